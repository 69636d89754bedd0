import type { Door } from '#platform/door.ts'
import { receiptCheckRoutes } from './receipt-check-routes.tsx'

/** The door of checking receipts. Before the letters: `vertetim` is no code of theirs. */
export const receiptsRoom: Door = {
  name: 'receipts',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes(app, services) {
    receiptCheckRoutes(app, services)
  },
}
