import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './comment-record-queries.ts'

export const samples = {
  findPublicComments: [[[ID]]],
  listPublicComments: [
    [null, 10],
    [ID, 10],
  ],
  findSentComments: [[[ID]]],
  listSentComments: [
    [null, 10],
    [{ id: ID, version: 1 }, 10],
  ],
} satisfies QuerySamples<typeof queries>
