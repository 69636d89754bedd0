import type { Door } from '#platform/door.ts'
import { checkLinks } from '#platform/links/check-links.ts'
import { matterOperation } from './matter-operation.ts'
import { threadRoutes } from './thread-routes.tsx'

/** Whose records stand in a thread is said at the doors, which know this one: it hears of them when the web is built. */
let everyDoor: readonly Door[] = []

/** The door of the thread of a matter, which joins the records of every subject. */
export const threadRoom: Door = {
  name: 'thread',
  permissions: {},
  rights: { sq: {}, en: {} },
  api: [matterOperation(() => everyDoor)],
  routes(app, services, doors) {
    everyDoor = doors
    threadRoutes(app, services, doors)
  },
  jobs: (services, doors) => ({
    'thread.check-links': async () => {
      await checkLinks(services, doors)
    },
  }),
  schedule: [{ job: 'thread.check-links', at: '10 3 * * *' }],
}
