import type { Door } from '#platform/door.ts'
import { yearCalendarRoutes } from './calendar-routes.tsx'

/** The door of the calendar of a year, which gathers the public days of every subject. */
export const yearCalendarRoom: Door = {
  name: 'calendar',
  permissions: {},
  rights: { sq: {}, en: {} },
  routes: yearCalendarRoutes,
}
