import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './email-change-queries.ts'

export const samples = {
  insertEmailChange: [
    [
      {
        accountId: ID,
        newEmail: 'e.re@prova.example',
        digest: DIGEST,
        byAccountId: ID,
        now: MOMENT,
        expiresAt: MOMENT,
      },
    ],
  ],
  findEmailChange: [[DIGEST, MOMENT]],
  findWaitingEmail: [[ID, MOMENT]],
  setEmailChangeConfirmed: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
