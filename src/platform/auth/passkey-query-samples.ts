import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './passkey-queries.ts'

const challenge = { challenge: 'c', purpose: 'confirm', browserDigest: DIGEST, sessionId: ID } as const

export const samples = {
  insertChallenge: [
    [challenge, MOMENT],
    [{ ...challenge, purpose: 'sign-in', sessionId: null }, MOMENT],
  ],
  spendChallenge: [[challenge, MOMENT]],
  deleteChallengesExpiredBefore: [[MOMENT]],
  listPasskeys: [[ID]],
  findPasskey: [['credential']],
  insertPasskey: [
    [
      {
        accountId: ID,
        credentialId: 'credential',
        publicKey: DIGEST,
        counter: 0,
        transports: ['internal'],
        name: 'Telefoni',
        synced: true,
        createdAt: MOMENT,
      },
    ],
  ],
  usePasskey: [[ID, 7, MOMENT]],
  deletePasskey: [[ID, ID]],
  deletePasskeys: [[ID]],
} satisfies QuerySamples<typeof queries>
