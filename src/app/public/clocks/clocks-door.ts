import type { Door } from '#platform/door.ts'
import { calendarFeedRoutes } from './calendar/calendar-feed-routes.ts'
import { calendarRoutes } from './calendar/calendar-routes.tsx'
import { clockRoutes } from './clock-routes.tsx'
import { lawRegisters } from './law-registers.ts'
import { clockTexts } from './texts.ts'
import { clockUrls } from './urls.ts'

/** The door of the clocks of the law, as everyone reads them: rules, dates, calendars. */
export const clocksRoom: Door = {
  name: 'clocks',
  permissions: {},
  rights: { sq: {}, en: {} },
  datasets: lawRegisters,
  routes(app, services, doors) {
    clockRoutes(app, services)
    calendarRoutes(app, services)
    calendarFeedRoutes(app, services, doors)
  },
  menu: { public: [{ href: clockUrls.list(), label: { sq: clockTexts('sq').menu, en: clockTexts('en').menu } }] },
}
