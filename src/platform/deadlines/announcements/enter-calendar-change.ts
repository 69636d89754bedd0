import { isDeepStrictEqual } from 'node:util'
import type { CalendarChange } from '#law/calendar/day-off.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { FieldChange } from '../../history/change-rules.ts'
import { recordChange } from '../../history/record-change.ts'
import { changedBy, mayActEverywhere, type Hand } from '../../institutions/hand.ts'
import { appendToLedger } from '../../ledger/append-to-ledger.ts'
import type { Services } from '../../services.ts'
import { askRecompute } from '../recomputing/ask-recompute.ts'
import { namesOfChange, refusalToChange, runOfEntry, type CalendarRefusal } from './calendar-change-rules.ts'
import {
  type EnteredChange,
  findChangeOfForm,
  insertCalendarChange,
  listCalendarChanges,
  lockCalendar,
} from './calendar-queries.ts'
import { calendarChangeRecords } from './calendar-records.ts'
import { announcedCause } from '../recomputing/cause-texts.ts'
import { termPermissions } from '../terms/term-rights-rules.ts'

export type CalendarOrder = { jurisdiction: Jurisdiction; change: CalendarChange; formId: string }

export type CalendarOutcome =
  { kind: 'entered'; id: string } | { kind: 'refused'; refusal: CalendarRefusal } | { kind: 'not-permitted' }

/**
 * What a government has announced for its whole country: a day off, the true date of a feast, a holiday that was none.
 * Every open deadline of the country is computed again.
 */
export async function enterCalendarChange(
  services: Services,
  hand: Hand,
  { jurisdiction, change, formId }: CalendarOrder,
): Promise<CalendarOutcome> {
  if (!mayActEverywhere(hand, termPermissions['calendar.write'])) return { kind: 'not-permitted' }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<CalendarOutcome> => {
    await lockCalendar(tx, jurisdiction)
    const before = await findChangeOfForm(tx, formId)
    if (before && isSame(before, jurisdiction, change)) return { kind: 'entered', id: before.id }
    const refusal = refusalToChange(jurisdiction, change, await listCalendarChanges(tx, jurisdiction))
    if (refusal) return { kind: 'refused', refusal }
    const enteredById = typeof hand === 'string' ? null : hand.accountId
    const id = await insertCalendarChange(
      tx,
      { jurisdiction, change, enteredById, formId: before ? null : formId },
      now,
    )
    await askRecompute(
      tx,
      { jurisdiction },
      announcedCause(change, namesOfChange(jurisdiction, change)),
      runOfEntry(id),
    )
    await recordChange(tx, {
      institutionId: null,
      subject: `deadlines.calendar:${id}`,
      kind: 'calendar-changed',
      by: changedBy(hand),
      at: now,
      reason: change.basis,
      fields: fieldsOf(jurisdiction, change),
    })
    await appendToLedger(tx, services, { kind: calendarChangeRecords, ids: [id] })
    return { kind: 'entered', id }
  })
}

/** The same form once more; the page of before with something else typed into it announces something else. */
const isSame = (before: EnteredChange, jurisdiction: Jurisdiction, change: CalendarChange): boolean =>
  before.jurisdiction === jurisdiction && isDeepStrictEqual(before.change, change)

function fieldsOf(jurisdiction: Jurisdiction, change: CalendarChange): FieldChange[] {
  return [
    { field: 'jurisdiction', from: null, to: `country-${jurisdiction}` },
    { field: 'announcement', from: null, to: `announcement-${change.kind}` },
    { field: 'feast', from: null, to: namesOfChange(jurisdiction, change).sq },
    change.kind === 'dropped'
      ? { field: 'year', from: String(change.year), to: null }
      : { field: 'day', from: null, to: change.day },
  ]
}
