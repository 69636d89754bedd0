import type { Door } from '#platform/door.ts'
import { raiseAlarm } from '#platform/health/raise-alarm.ts'
import { healthPageRoutes } from './health-routes.tsx'
import { healthPermissions } from './permissions.ts'
import { healthTexts } from './texts.ts'

/** The door of the state of the installation: for who runs it, and nobody's content. */
export const healthRoom: Door = {
  name: 'health',
  permissions: healthPermissions,
  rights: { sq: healthTexts('sq').rights, en: healthTexts('en').rights },
  routes: healthPageRoutes,
  jobs: (services) => ({ 'health.raise-alarm': () => raiseAlarm(services) }),
  schedule: [{ job: 'health.raise-alarm', at: '*/5 * * * *' }],
  menu: {
    office: [
      {
        href: '/zyra/gjendja',
        label: { sq: healthTexts('sq').menu, en: healthTexts('en').menu },
        roles: ['operator'],
      },
    ],
  },
}
