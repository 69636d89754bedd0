import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './point-queries.ts'

export const samples = {
  listPoints: [[ID]],
  findPoint: [[ID, ID]],
  insertPoint: [[{ institutionId: ID, caseId: ID, ordinal: 1, title: 'Ndriçimi', words: null, ownerRole: 'clerk' }]],
  deleteUnansweredPoints: [[ID]],
  answerPoint: [[ID, { answer: 'Po.', reason: null, by: ID, at: MOMENT }]],
  setPointOwner: [[ID, { accountId: ID, role: null }]],
} satisfies QuerySamples<typeof queries>
