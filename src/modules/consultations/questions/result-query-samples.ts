import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './result-queries.ts'

const where = { consultationId: ID, questionId: ID, limit: 10 }

export const samples = {
  tallyAnswers: [[ID]],
  countAnswers: [[ID]],
  listWritten: [[{ ...where, before: null }], [{ ...where, before: { sentAt: MOMENT, id: ID } }]],
} satisfies QuerySamples<typeof queries>
