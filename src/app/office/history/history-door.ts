import type { Door } from '#platform/door.ts'
import { historyRoutes } from './history-routes.tsx'
import { historyPermissions } from './permissions.ts'
import { historyTexts } from './texts.ts'
import { historyUrls } from './urls.ts'

/** The door of the history: who changed what, of every record of the house. */
export const historyRoom: Door = {
  name: 'history',
  permissions: historyPermissions,
  rights: { sq: historyTexts('sq').rights, en: historyTexts('en').rights },
  routes: historyRoutes,
  menu: {
    office: [
      {
        href: historyUrls.log(),
        label: { sq: historyTexts('sq').menu, en: historyTexts('en').menu },
        roles: ['administrator', 'auditor'],
      },
    ],
  },
}
