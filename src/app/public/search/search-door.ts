import type { Door } from '#platform/door.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import { searchOperation } from './search-operation.ts'
import { searchRoutes } from './search-routes.tsx'

/** What can be found stands at the doors, which know this one: it hears of them when the web is built. */
let sources: readonly SearchSource[] = []

/** The door of the search over everything that is public. */
export const searchRoom: Door = {
  name: 'search',
  permissions: {},
  rights: { sq: {}, en: {} },
  api: [searchOperation(() => sources)],
  routes(app, services, doors) {
    sources = doors.flatMap((door) => door.search ?? [])
    searchRoutes(app, services, doors)
  },
}
