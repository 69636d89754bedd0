import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './own-data-queries.ts'

const EMAIL = 'ana@shembull.example'

export const samples = {
  findContact: [[ID]],
  findContactByEmail: [[EMAIL]],
  holdContact: [[ID]],
  setContactLang: [[ID, 'en']],
  setContactEmail: [[ID, EMAIL]],
  listLettersTo: [['sq', EMAIL]],
  deleteLettersTo: [[EMAIL]],
  countLegalLettersTo: [[EMAIL]],
  countAccessesTo: [[ID]],
  listSessionsOf: [[ID]],
  endSessionsOf: [[ID, null, MOMENT]],
  deleteContact: [[{ id: ID, email: EMAIL, lang: 'sq', createdAt: MOMENT, confirmedAt: null }]],
  insertAsk: [
    [{ contactId: ID, kind: 'address', email: EMAIL, secretDigest: DIGEST, askedAt: MOMENT, expiresAt: MOMENT }],
  ],
  findAddressAsk: [[DIGEST, MOMENT]],
  tryEraseAsk: [[ID, 5, MOMENT]],
  useAsk: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
