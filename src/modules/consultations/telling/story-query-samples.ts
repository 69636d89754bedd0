import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './story-queries.ts'

export const samples = {
  listStory: [[ID], [ID, ID]],
  listAnswered: [[[ID]]],
} satisfies QuerySamples<typeof queries>
