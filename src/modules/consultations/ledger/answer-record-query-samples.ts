import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './answer-record-queries.ts'

export const samples = {
  findPublicAnswers: [[[ID]]],
  listPublicAnswers: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
