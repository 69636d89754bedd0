import { deleteIdentities, listIdentities } from '#platform/auth/oidc-queries.ts'
import type { PersonalData } from '#platform/own-data/personal-data.ts'
import { meansUrls } from '../../account/means-urls.ts'
import { signInMeansTexts } from './texts.ts'

/** What the ways in keep about a citizen: by which provider they are known, and as whom. */
export const linkedIdentities: PersonalData = {
  ofContact: async ({ db }, lang, contactId) =>
    (await listIdentities(db, { contactId })).map(({ provider, label, createdAt, lastUsedAt }) => ({
      title: `${signInMeansTexts(lang).identity}: ${provider}`,
      href: meansUrls.identities,
      at: createdAt,
      data: { provider, label, linkedAt: createdAt, lastUsedAt },
    })),
  // They lead nowhere that a letter could name: the provider is the link.
  linksOf: () => Promise.resolve([]),
  erase: (tx, _services, contactId) => deleteIdentities(tx, { contactId }),
  retention: [],
}
