import { calendarOf } from '#law/calendar/calendar.ts'
import type { CalendarChange } from '#law/calendar/day-off.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Database } from '../../db/database.ts'
import { listCalendarChanges, stoppingClosures } from '../announcements/calendar-queries.ts'
import { findHouse } from '../deadline-queries.ts'
import type { Workbench } from '../recomputing/move-rules.ts'
import type { Days } from './reckon-rules.ts'
import { listTerms } from '../terms/term-queries.ts'

/** What the deadlines of each institution are computed with, read once for a whole run. */
export type Workbenches = { of(institutionId: string): Promise<Workbench> }

/** `announced`: what stands in the place of the announcements on record, for a look at what would come of them. */
export async function openWorkbenches(
  db: Database,
  jurisdiction: Jurisdiction,
  announced?: readonly CalendarChange[],
): Promise<Workbenches> {
  const changes = announced ?? (await listCalendarChanges(db, jurisdiction))
  // Shared by all institutions without closures of their own, with everything computed by it.
  const plain = { calendar: calendarOf(jurisdiction, changes), known: new Map<string, Days | null>() }
  const open = new Map<string, Workbench>()
  const lay = async (institutionId: string): Promise<Workbench> => {
    const house = await findHouse(db, institutionId)
    if (!house) throw new Error('A deadline of an institution that is not there')
    const [closures, terms] = await Promise.all([stoppingClosures(db, institutionId), listTerms(db, institutionId)])
    const { calendar, known } =
      closures.length === 0
        ? plain
        : { calendar: calendarOf(jurisdiction, changes, closures), known: new Map<string, Days | null>() }
    return {
      clockwork: { institutionId, jurisdiction, zone: house.zone, calendar },
      // They come newest first.
      standing: (ruleId, day) =>
        terms.find((term) => term.ruleId === ruleId && term.fromOn <= day && day <= (term.untilOn ?? day)) ?? null,
      term: (id) => terms.find((term) => term.id === id) ?? null,
      known,
    }
  }
  return {
    async of(institutionId) {
      const bench = open.get(institutionId) ?? (await lay(institutionId))
      open.set(institutionId, bench)
      return bench
    },
  }
}
