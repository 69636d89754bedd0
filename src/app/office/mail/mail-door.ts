import { eraseAddressees } from '#platform/dispatch/erase-addressees.ts'
import type { Door } from '#platform/door.ts'
import { dispatchRoutes } from './dispatch-routes.tsx'
import { mailRoutes } from './mail-routes.tsx'
import { mailSubjects, mailTiles } from './mail-subjects-view.ts'
import { mailPermissions } from './permissions.ts'
import { printRoutes } from './print-routes.tsx'
import { papersOfContact } from './own-papers-view.ts'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'
import { wordsRoutes } from './words-routes.tsx'

/** The door of the post: letters of the program, papers that leave the house, the words around letters. */
export const mailRoom: Door = {
  name: 'mail',
  permissions: mailPermissions,
  rights: { sq: mailTexts('sq').rights, en: mailTexts('en').rights },
  routes(app, services, doors) {
    // Fixed addresses before those that hold a number.
    wordsRoutes(app, services)
    printRoutes(app, services, doors)
    dispatchRoutes(app, services, doors)
    mailRoutes(app, services)
  },
  officeTiles: mailTiles,
  menu: {
    office: [
      {
        href: mailUrls.dispatches(),
        label: { sq: mailTexts('sq').menu, en: mailTexts('en').menu },
        roles: mailPermissions['dispatches.read'],
      },
    ],
  },
  subjects: mailSubjects,
  changeWords: {
    sq: { kinds: mailTexts('sq').changes, fields: mailTexts('sq').fields },
    en: { kinds: mailTexts('en').changes, fields: mailTexts('en').fields },
  },
  personalData: {
    ofContact: papersOfContact,
    linksOf: async () => [],
    erase: (tx, _services, contactId) => eraseAddressees(tx, contactId),
    retention: [],
  },
}
