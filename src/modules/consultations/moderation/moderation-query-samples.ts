import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './moderation-queries.ts'

export const samples = {
  findOfficeComment: [[ID]],
  findNextWaiting: [[null], [[ID]]],
  countWaiting: [[null], [[ID]]],
  listVersions: [[ID]],
  listOthersOf: [[{ id: ID, consultationId: ID, contactId: ID }]],
  listConsultationChoices: [[null], [[ID]]],
} satisfies QuerySamples<typeof queries>
