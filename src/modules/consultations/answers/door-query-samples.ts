import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './door-queries.ts'

export const samples = {
  listFoundAnswers: [[[ID]]],
  listPublicAnswerIds: [
    [null, 20],
    [ID, 20],
  ],
  findAnswerAt: [['tregu', '7K3M-Q9TB']],
  findAnswerCode: [[ID]],
  listReasonsById: [[[ID]]],
  holdTakenAnswer: [[ID]],
} satisfies QuerySamples<typeof queries>
