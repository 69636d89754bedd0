import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './office-answer-queries.ts'

export const samples = {
  findOfficeAnswer: [[ID]],
  findAnswerOfComment: [[ID]],
  findAnswerOfGroup: [[ID]],
  listToDecide: [
    [null, ID],
    [[ID], ID],
  ],
  listAnswersById: [[[ID]]],
} satisfies QuerySamples<typeof queries>
