import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './moderation-queries.ts'

export const samples = {
  listOfficeComments: [
    [{ institutions: null, consultationId: null, state: null, words: '', before: null, limit: 20 }],
    [
      {
        institutions: [ID],
        consultationId: ID,
        state: 'waiting',
        words: 'treg',
        before: { confirmedAt: MOMENT, id: ID },
        limit: 20,
      },
    ],
  ],
  findOfficeComment: [[ID]],
  findNextWaiting: [[null], [[ID]]],
  countWaiting: [[null], [[ID]]],
  listVersions: [[ID]],
  listConsultationChoices: [[null], [[ID]]],
} satisfies QuerySamples<typeof queries>
