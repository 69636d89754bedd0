import { calendarChangeRecords } from '#platform/deadlines/announcements/calendar-records.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import { checkLaw } from '#platform/deadlines/recomputing/check-law.ts'
import { readRecomputeOrder, recomputeDeadlines } from '#platform/deadlines/recomputing/recompute-deadlines.ts'
import { remindOfDeadlines } from '#platform/deadlines/reminders/remind-of-deadlines.ts'
import { termRecords } from '#platform/deadlines/terms/term-records.ts'
import { termPermissions } from '#platform/deadlines/terms/term-rights-rules.ts'
import type { Door } from '#platform/door.ts'
import { publicBoardRoutes } from '../../public/deadlines/public-board-routes.tsx'
import { boardPermissions } from './board/board-permissions.ts'
import { boardRoutes } from './board/board-routes.tsx'
import { boardTexts } from './board/board-texts.ts'
import { boardTiles } from './board/board-tiles-view.ts'
import { boardUrls } from './board/board-urls.ts'
import { missedRegister } from './missed-register.ts'
import { oneRoutes } from './one/one-routes.tsx'
import { calendarRoutes } from './calendar/calendar-routes.tsx'
import { calendarTexts } from './calendar/calendar-texts.ts'
import { demonstrateTerms } from './rules/demonstrate-terms.ts'
import { movesRoutes } from './moves/moves-routes.tsx'
import { rulesRoutes } from './rules/rules-routes.tsx'
import { rulesUrls } from './rules/rules-urls.ts'
import { rulesTexts } from './rules/rules-texts.ts'

/** The door of the deadlines: the board over all modules, and what the institution sets about its rules. */
export const deadlinesRoom: Door = {
  name: 'deadlines',
  permissions: { ...boardPermissions, ...termPermissions },
  rights: {
    sq: { ...boardTexts('sq').rights, ...rulesTexts('sq').rights },
    en: { ...boardTexts('en').rights, ...rulesTexts('en').rights },
  },
  records: [deadlineRecords, termRecords, calendarChangeRecords],
  datasets: async (_services, doors) => [missedRegister(doors)],
  changeWords: { sq: calendarTexts('sq').changeWords, en: calendarTexts('en').changeWords },
  routes(app, services, doors) {
    // Before the board: `/zyra/afate/rregullat` is no deadline of that number.
    rulesRoutes(app, services)
    calendarRoutes(app, services)
    movesRoutes(app, services, doors)
    boardRoutes(app, services, doors)
    publicBoardRoutes(app, services, doors)
    oneRoutes(app, services, doors)
  },
  officeTiles: boardTiles,
  menu: {
    office: [
      {
        href: boardUrls.board(),
        label: { sq: boardTexts('sq').menu, en: boardTexts('en').menu },
        roles: boardPermissions['deadlines.read'],
      },
      // The board is not the operator's: what governments announce is.
      {
        href: rulesUrls.calendar(),
        label: { sq: rulesTexts('sq').nav.calendar, en: rulesTexts('en').nav.calendar },
        roles: termPermissions['calendar.write'],
      },
    ],
  },
  demonstrate: demonstrateTerms,
  jobs: (services, doors) => ({
    'deadlines.recompute': async (payload) => {
      const { looked, moved } = await recomputeDeadlines(services, doors, readRecomputeOrder(payload))
      services.log.info({ looked, moved }, 'open deadlines were computed anew')
    },
    'deadlines.law-check': () => checkLaw(services),
    'deadlines.remind': () => remindOfDeadlines(services, doors),
  }),
  // After the letter of the morning, which takes most reminders with it; each institution on its own clock.
  schedule: [{ job: 'deadlines.remind', at: '12 * * * *' }],
}
