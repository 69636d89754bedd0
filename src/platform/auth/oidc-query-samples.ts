import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './oidc-queries.ts'

const account = { accountId: ID }
const contact = { contactId: ID }
const identity = { providerId: ID, subject: 'prove', label: 'Ana Prove' }

export const samples = {
  findProvider: [['prove']],
  listProviders: [[]],
  insertProvider: [
    [
      {
        slug: 'prove',
        name: 'Ofrues prove',
        issuer: 'https://hyrja.example',
        clientId: 'kuvend',
        scopes: 'openid email',
        levels: { 'urn:prove:high': 'high' },
        officeFrom: 'high',
        acrValues: null,
      },
      MOMENT,
    ],
  ],
  setProviderSecret: [[ID, DIGEST]],
  setProviderEnded: [['prove', MOMENT]],
  closeSessionsOfProvider: [[ID, MOMENT]],
  lockIdentity: [[ID, 'prove']],
  insertIdentity: [
    [{ ...identity, owner: account }, MOMENT],
    [{ ...identity, owner: contact }, MOMENT],
  ],
  setIdentityUsed: [[ID, MOMENT]],
  listIdentities: [[account], [contact]],
  deleteIdentity: [
    [account, ID],
    [contact, ID],
  ],
  deleteIdentities: [[account], [contact]],
  findIdentityAccount: [[ID]],
} satisfies QuerySamples<typeof queries>
