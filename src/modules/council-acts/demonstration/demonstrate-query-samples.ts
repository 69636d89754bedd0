import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = {
  findDemoSecretary: [[ID]],
  hasActs: [[ID]],
  listDemoVotes: [[ID]],
  listRelationsTo: [[ID]],
} satisfies QuerySamples<typeof queries>
