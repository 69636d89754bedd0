import type { CalendarChange } from '#law/calendar/day-off.ts'
import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Services } from '../../services.ts'
import { addDays } from '../../time/civil-date.ts'
import { daysTouched, isAboutSame } from '../announcements/calendar-change-rules.ts'
import { listCalendarChanges } from '../announcements/calendar-queries.ts'
import { listOpenBetween } from './move-queries.ts'
import { moveOf } from './move-rules.ts'
import { openWorkbenches } from '../reckoning/workbenches.ts'

/** What an announcement would move if it were entered, or taken back, now. */
export type MovesPreview = {
  moved: number
  institutions: number
  /** The move whose new date comes first. */
  earliest: { from: CivilDate; to: CivilDate } | null
}

/** A substitute day may be pushed on by others; two weeks hold every run of days off that the laws can make. */
const MARGIN_DAYS = 14
const PER_PAGE = 2000

type Question = { jurisdiction: Jurisdiction; change: CalendarChange; deed: 'enter' | 'withdraw' }

/** Computed as the recomputation itself does it, with the calendar as it would be. Nothing is written. */
export async function previewMoves(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { jurisdiction, change, deed }: Question,
): Promise<MovesPreview> {
  const standing = await listCalendarChanges(db, jurisdiction)
  const others = standing.filter((one) => !isAboutSame(one, change))
  const benches = await openWorkbenches(db, jurisdiction, deed === 'enter' ? [...others, change] : others)
  const days = [others, standing].flatMap((changes) => daysTouched(jurisdiction, change, changes)).toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const reach = { jurisdiction, from: addDays(first, -MARGIN_DAYS), to: addDays(last, MARGIN_DAYS), limit: PER_PAGE }
  const [now, institutions] = [clock.now(), new Set<string>()]
  let [moved, earliest, afterId] = [0, null as MovesPreview['earliest'], null as string | null]
  do {
    const page = await listOpenBetween(db, { ...reach, afterId })
    for (const deadline of page) {
      const to = moveOf(deadline, await benches.of(deadline.institutionId), now)?.after.dueOn ?? deadline.dueOn
      if (to === deadline.dueOn) continue
      moved += 1
      institutions.add(deadline.institutionId)
      if (earliest === null || to < earliest.to) earliest = { from: deadline.dueOn, to }
    }
    afterId = page.length === PER_PAGE ? (page.at(-1)?.id ?? null) : null
  } while (afterId !== null)
  return { moved, institutions: institutions.size, earliest }
}
