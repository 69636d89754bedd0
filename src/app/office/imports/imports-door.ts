import type { Door } from '#platform/door.ts'
import { importPermissions } from './permissions.ts'
import { importRoutes } from './import-routes.tsx'
import { importJobs } from '#platform/imports/import-jobs.ts'
import { importSubjects } from './subjects-view.ts'
import { textsIn } from './texts.ts'
import { importUrls } from './urls.ts'

const { sq, en } = { sq: textsIn('sq'), en: textsIn('en') }

/** The door of the imports: tables brought into the registers of every module. */
export const importsRoom: Door = {
  name: 'imports',
  permissions: importPermissions,
  rights: { sq: sq.rights, en: en.rights },
  routes: importRoutes,
  jobs: importJobs,
  // After the other nightly jobs.
  schedule: [{ job: 'imports.forget-staged', at: '55 2 * * *' }],
  menu: {
    office: [
      { href: importUrls.list(), label: { sq: sq.menu, en: en.menu }, roles: importPermissions['imports.read'] },
    ],
  },
  subjects: importSubjects,
  changeWords: { sq: sq.history, en: en.history },
}
