import type { Door } from '#platform/door.ts'
import { bodyRecords, closureRecords, institutionRecords } from '#platform/institutions/institution-records.ts'
import { importOrganisations } from '#platform/institutions/import-organisations.ts'
import { refreshListedNames } from '#platform/institutions/institution-record-queries.ts'
import { institutionPermissions } from '#platform/institutions/institution-rights-rules.ts'
import { importPlaces } from '#platform/places/import-places.ts'
import { directoryRoutes } from '../../public/institutions/directory-routes.tsx'
import { PUBLIC_TEXTS } from '../../public/public-texts.ts'
import { publicUrls } from '../../public/urls.ts'
import { bodyRoutes } from './body-routes.tsx'
import { institutionRegisters } from './institution-registers.ts'
import { demonstrateInstitutions } from './demonstrate-institutions.ts'
import { institutionRoutes } from './institution-routes.tsx'
import { recordRoutes } from './record-routes.tsx'
import { institutionSearch } from './institution-search.ts'
import { institutionSubjects } from './subjects-view.ts'
import { placeRoutes, topicRoutes } from './topic-routes.tsx'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls } from './urls.ts'

/** The door of the institutions: who works here, who is named here, their bodies, topics and places. */
export const institutionsRoom: Door = {
  name: 'institutions',
  permissions: institutionPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  subjects: institutionSubjects,
  search: institutionSearch,
  records: [institutionRecords, bodyRecords, closureRecords],
  datasets: institutionRegisters,
  changeWords: { sq: textsIn('sq').changeWords, en: textsIn('en').changeWords },
  routes(app, services) {
    directoryRoutes(app, services)
    institutionRoutes(app, services)
    recordRoutes(app, services)
    bodyRoutes(app, services)
    topicRoutes(app, services)
    placeRoutes(app, services)
  },
  jobs: ({ db }) => ({ 'institutions.refresh-names': async () => void (await refreshListedNames(db)) }),
  // After midnight of both countries: a new name holds from the beginning of its day.
  schedule: [{ job: 'institutions.refresh-names', at: '5 0 * * *' }],
  menu: {
    public: [
      {
        href: publicUrls.directory(),
        label: { sq: PUBLIC_TEXTS.sq.directory.menu, en: PUBLIC_TEXTS.en.directory.menu },
      },
    ],
    office: [
      {
        href: institutionOfficeUrls.list(),
        label: { sq: textsIn('sq').menu, en: textsIn('en').menu },
        roles: institutionPermissions['institutions.read'],
      },
    ],
  },
  demonstrate: demonstrateInstitutions,
  importers: { places: importPlaces },
  installationImporters: { organisations: importOrganisations },
}
