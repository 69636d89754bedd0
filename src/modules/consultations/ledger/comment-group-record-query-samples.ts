import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './comment-group-record-queries.ts'

export const samples = {
  findPublicGroups: [[[ID]]],
  listPublicGroups: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
