import type { Door } from '#platform/door.ts'
import { forgetWhatIsDue } from '#platform/own-data/forget.ts'
import { personRequestPermissions } from '#platform/own-data/person-request-permissions.ts'
import { ownDataRoutes } from '../../account/own-data/own-data-routes.tsx'
import { retentionRoutes } from './retention-routes.tsx'
import { retentionTexts } from './texts.ts'
import { retentionUrls } from './urls.ts'

/** The door of people's own data: what they see, correct, take along and erase, and how long the house keeps what. */
export const ownDataRoom: Door = {
  name: 'own-data',
  permissions: personRequestPermissions,
  rights: { sq: retentionTexts('sq').rights, en: retentionTexts('en').rights },
  routes(app, services, doors) {
    ownDataRoutes(app, services, doors)
    retentionRoutes(app, services, doors)
  },
  jobs: (services, doors) => ({
    'own-data.forget': async () => {
      await forgetWhatIsDue(services, doors)
    },
  }),
  // After the other nightly jobs, whose deletions make contacts unused.
  schedule: [{ job: 'own-data.forget', at: '50 2 * * *' }],
  menu: {
    office: [
      {
        href: retentionUrls.requests(),
        label: { sq: retentionTexts('sq').menuRequests, en: retentionTexts('en').menuRequests },
        roles: personRequestPermissions['own-data.serve'],
      },
      {
        href: retentionUrls.rules(),
        label: { sq: retentionTexts('sq').menuRules, en: retentionTexts('en').menuRules },
        roles: ['data-protection-officer', 'auditor'],
      },
    ],
  },
}
