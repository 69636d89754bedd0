import type { CalendarChange } from '#law/calendar/day-off.ts'
import { FIRST_YEAR, holidaysOf, LAST_YEAR, type HolidayOfYear } from '#law/calendar/holidays.ts'
import { HOLIDAYS } from '#law/calendar/holiday-tables.ts'
import type { CivilDate } from '#law/days.ts'
import { JURISDICTIONS, ZONE_OF, type Jurisdiction, type Words } from '#law/jurisdiction.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import {
  namesOfChange,
  refusalToChange,
  runOfEntry,
  type CalendarRefusal,
} from '#platform/deadlines/announcements/calendar-change-rules.ts'
import {
  findEnteredChange,
  listCalendarChanges,
  listEnteredChanges,
  type EnteredChange,
} from '#platform/deadlines/announcements/calendar-queries.ts'
import { countMoves, type MoveCount } from '#platform/deadlines/recomputing/move-queries.ts'
import { previewMoves, type MovesPreview } from '#platform/deadlines/recomputing/moves-preview.ts'
import { termPermissions as may } from '#platform/deadlines/terms/term-rights-rules.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'

const SOON_DAYS = 60
const MOST_ENTERED = 100

export type Feast = HolidayOfYear & { country: Jurisdiction }
export type Entered = EnteredChange & { names: Words }

export type CalendarView = {
  year: number
  years: readonly number[]
  countries: readonly { country: Jurisdiction; holidays: readonly HolidayOfYear[] }[]
  /** Estimated feasts of the next days: somebody has to ask for their true date. */
  soon: readonly Feast[]
  entered: readonly Entered[]
  mayWrite: boolean
}

export const mayAnnounce = (official: Official): boolean => institutionsWhere(official, may['calendar.write']) === null

export async function viewCalendar(services: Services, official: Official, asked: string): Promise<CalendarView> {
  const { db, clock } = services
  // Both countries share their days.
  const today = civilDateIn(ZONE_OF.AL, clock.now())
  const year = yearOf(asked) ?? Number(today.slice(0, 4))
  const found = await Promise.all(
    JURISDICTIONS.map(async (country) => ({
      country,
      changes: await listCalendarChanges(db, country),
      entered: await listEnteredChanges(db, country, MOST_ENTERED),
    })),
  )
  return {
    year,
    years: Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at),
    countries: found.map(({ country, changes }) => ({ country, holidays: holidaysOf(country, year, changes) })),
    soon: found.flatMap(({ country, changes }) => estimatedSoon(country, changes, today)),
    entered: found
      .flatMap(({ entered }) => entered)
      .map((one) => ({ ...one, names: namesOfChange(one.jurisdiction, one.change) }))
      .toSorted((one, other) => other.enteredAt.getTime() - one.enteredAt.getTime()),
    mayWrite: mayAnnounce(official),
  }
}

export function yearOf(words: string): number | null {
  const year = /^\d{4}$/.test(words) ? Number(words) : 0
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null
}

function estimatedSoon(country: Jurisdiction, changes: readonly CalendarChange[], today: CivilDate): Feast[] {
  const last = addDays(today, SOON_DAYS)
  const years = [...new Set([today, last].map((day) => Number(day.slice(0, 4))))]
  return years
    .flatMap((year) => holidaysOf(country, year, changes))
    .filter(({ estimated, date }) => estimated && date >= today && date <= last)
    .map((holiday) => ({ ...holiday, country }))
}

/** The feasts of a country, for the choice in the form. */
export const feastsOf = (country: Jurisdiction): readonly { id: string; names: Words }[] => HOLIDAYS[country]

export type AnnouncementPreview =
  { kind: 'refused'; refusal: CalendarRefusal } | { kind: 'possible'; preview: MovesPreview; names: Words }

/** What would come of it, or why it cannot be entered. */
export async function viewPreview(
  services: Services,
  jurisdiction: Jurisdiction,
  change: CalendarChange,
): Promise<AnnouncementPreview> {
  const refusal = refusalToChange(jurisdiction, change, await listCalendarChanges(services.db, jurisdiction))
  if (refusal) return { kind: 'refused', refusal }
  const preview = await previewMoves(services, { jurisdiction, change, deed: 'enter' })
  return { kind: 'possible', preview, names: namesOfChange(jurisdiction, change) }
}

export type AnnouncementView = Entered & {
  moved: MoveCount
  /** The run that moved them: the list of moves is asked for by it. */
  run: string
  /** What taking it back would move; null where this official may not, or it is taken back already. */
  withdrawal: MovesPreview | null
  /** It was entered a moment ago, and the job may not have run. */
  fresh: boolean
}

const FRESH_MS = 120_000

export async function viewAnnouncement(
  services: Services,
  official: Official,
  id: string,
): Promise<AnnouncementView | null> {
  const { db, clock } = services
  const entry = isUuid(id) ? await findEnteredChange(db, id) : null
  if (!entry) return null
  const { jurisdiction, change } = entry
  const run = runOfEntry(id)
  const mayWithdraw = mayAnnounce(official) && entry.withdrawnAt === null
  return {
    ...entry,
    names: namesOfChange(jurisdiction, change),
    run,
    moved: await countMoves(db, run, institutionsWhere(official, may['moves.read'])),
    withdrawal: mayWithdraw ? await previewMoves(services, { jurisdiction, change, deed: 'withdraw' }) : null,
    fresh: clock.now().getTime() - (entry.withdrawnAt ?? entry.enteredAt).getTime() < FRESH_MS,
  }
}
