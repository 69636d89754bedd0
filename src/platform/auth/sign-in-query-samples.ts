import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './sign-in-queries.ts'

export const samples = {
  insertCode: [
    [{ id: ID, email: 'besa@prova.example', digest: DIGEST, askedFrom: null, createdAt: MOMENT, expiresAt: MOMENT }],
  ],
  findAskedEmail: [[ID, MOMENT]],
  takeTry: [[ID, 5, MOMENT]],
  listLiveCodes: [[ID, 'besa@prova.example', MOMENT]],
  useCodes: [[[ID], MOMENT]],
  findSignInAccount: [['besa@prova.example']],
  confirmContact: [['arta@shembull.example', 'sq', MOMENT]],
  deleteCodesExpiredBefore: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
