import type { Door } from '#platform/door.ts'
import { linkedIdentities } from './linked-identities.ts'
import { signInMeansPermissions } from './permissions.ts'
import { removeFactorRoutes } from './remove-factor-routes.tsx'
import { signInMeansTexts } from './texts.ts'

const [sq, en] = [signInMeansTexts('sq'), signInMeansTexts('en')]

/** The door of the means of sign-in: what is done in the office about the ways into somebody's account. */
export const signInMeansRoom: Door = {
  name: 'sign-in-means',
  permissions: signInMeansPermissions,
  rights: { sq: { 'people.remove-factor': sq.right }, en: { 'people.remove-factor': en.right } },
  routes: removeFactorRoutes,
  personalData: linkedIdentities,
  changeWords: {
    sq: { kinds: sq.changes, fields: sq.fields },
    en: { kinds: en.changes, fields: en.fields },
  },
}
