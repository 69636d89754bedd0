import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './invitation-queries.ts'

export const samples = {
  insertInvitation: [
    [
      {
        accountId: ID,
        institutionId: null,
        byAccountId: ID,
        digest: DIGEST,
        now: MOMENT,
        expiresAt: MOMENT,
        formId: ID,
      },
    ],
  ],
  findInvitedBy: [[ID]],
  setInvitedUntil: [[ID, MOMENT]],
  findOpenInvitation: [[ID]],
  renewInvitation: [[ID, DIGEST, MOMENT, MOMENT]],
  closeInvitation: [[ID, MOMENT]],
  acceptInvitation: [[ID, MOMENT]],
  findInvitationPaper: [[DIGEST, 'sq']],
} satisfies QuerySamples<typeof queries>
