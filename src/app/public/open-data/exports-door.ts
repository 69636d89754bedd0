import type { Door } from '#platform/door.ts'
import { dumpJobs, dumpSchedule } from '#platform/export/dump-jobs.ts'
import { openDataUrls } from '#platform/export/export-urls-rules.ts'
import { apiRoutes } from './api-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { openDataRoutes } from './open-data-routes.tsx'
import { openDataTexts } from './texts.ts'

/** The door of open data: every register of every door, for people and for programs. */
export const exportsRoom: Door = {
  name: 'exports',
  permissions: {},
  rights: { sq: {}, en: {} },
  jobs: dumpJobs,
  schedule: dumpSchedule,
  routes(app, services, doors) {
    apiRoutes(app, services, doors)
    fileRoutes(app, services, doors)
    openDataRoutes(app, services, doors)
  },
  menu: {
    public: [{ href: openDataUrls.list(), label: { sq: openDataTexts('sq').menu, en: openDataTexts('en').menu } }],
  },
}
