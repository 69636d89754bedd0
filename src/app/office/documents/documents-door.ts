import { documentRecords } from '#platform/documents/document-records.ts'
import { documentPermissions } from '#platform/documents/permissions.ts'
import { readingJobs, readingSchedule } from '#platform/documents/reading/read-document.ts'
import type { Door } from '#platform/door.ts'
import { publicDocumentRoutes } from '../../public/documents/public-document-routes.tsx'
import { archiveRoutes } from './archive-routes.tsx'
import { documentRegisters } from './document-registers.ts'
import { documentSearch } from './document-search.ts'
import { documentRoutes } from './document-routes.tsx'
import { documentSubjects } from './subjects-view.ts'
import { textsIn } from './texts.ts'
import { officeDocumentUrls } from './urls.ts'

const { sq, en } = { sq: textsIn('sq'), en: textsIn('en') }

/** The door of the documents: one source for all units, whatever record a document stands with. */
export const documentsRoom: Door = {
  name: 'documents',
  permissions: documentPermissions,
  rights: { sq: sq.rights, en: en.rights },
  routes(app, services, doors) {
    publicDocumentRoutes(app, services, doors)
    archiveRoutes(app, services)
    documentRoutes(app, services, doors)
  },
  jobs: readingJobs,
  schedule: readingSchedule,
  menu: {
    office: [
      {
        href: officeDocumentUrls.list(),
        label: { sq: sq.menu, en: en.menu },
        roles: documentPermissions['documents.read'],
      },
    ],
  },
  subjects: documentSubjects,
  records: [documentRecords],
  datasets: documentRegisters,
  search: [documentSearch],
  changeWords: {
    sq: { kinds: sq.history.kinds, fields: sq.history.fields },
    en: { kinds: en.history.kinds, fields: en.history.fields },
  },
}
