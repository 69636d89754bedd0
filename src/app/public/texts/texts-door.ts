import type { Door } from '#platform/door.ts'
import { eliRoutes } from './eli-routes.ts'
import { exportRoutes } from './export-routes.tsx'
import { textRoutes } from './text-routes.tsx'

/** The door of texts as everybody reads them: versions, comparisons, and every article at a lasting address. */
export const publicTextsRoom: Door = {
  name: 'public-texts',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes(app, services, doors) {
    const holders = doors.flatMap(({ texts = [] }) => texts)
    for (const holder of holders) textRoutes(app, services, holder)
    exportRoutes(app, services, holders)
    eliRoutes(app, services, holders)
  },
}
