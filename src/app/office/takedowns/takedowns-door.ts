import type { Door } from '#platform/door.ts'
import { removeBytes } from '#platform/takedowns/remove-content.ts'
import { takedownRecords } from '#platform/takedowns/takedown-records.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { takedownRoutes } from './takedown-routes.tsx'
import { takedownOfficeTexts } from './texts.ts'
import { tombstoneRoutes } from './tombstone-routes.tsx'
import { takedownUrls } from './urls.ts'

/** The door of takedowns: how something leaves the public at once, and what everybody reads in its place. */
export const takedownsRoom: Door = {
  name: 'takedowns',
  permissions: takedownPermissions,
  rights: { sq: takedownOfficeTexts('sq').rights, en: takedownOfficeTexts('en').rights },
  routes(app, services, doors) {
    tombstoneRoutes(app, services, doors)
    takedownRoutes(app, services, doors)
  },
  records: [takedownRecords],
  jobs: (services) => ({ 'takedowns.remove-bytes': ({ digest }) => removeBytes(services, String(digest)) }),
  menu: {
    office: [
      {
        href: takedownUrls.list(),
        label: { sq: takedownOfficeTexts('sq').menu, en: takedownOfficeTexts('en').menu },
        roles: takedownPermissions['takedowns.read'],
      },
    ],
  },
}
