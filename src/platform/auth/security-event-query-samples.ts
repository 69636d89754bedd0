import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './security-event-queries.ts'

export const samples = {
  insertSecurityEvent: [
    [{ at: MOMENT, kind: 'signed-in', accountId: ID }],
    [{ at: MOMENT, kind: 'role-granted', accountId: ID, byAccountId: ID, institutionId: ID, details: 'moderator' }],
  ],
  insertCodeRefusal: [['besa@prova.example', MOMENT, 'code-refused', 'code']],
  listSecurityEvents: [
    ['sq', ID],
    ['en', ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
