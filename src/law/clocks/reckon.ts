import { OutsideCalendar, type Calendar, type DayOff } from '../calendar/day-off.ts'
import { addMonths, civilDate, dayNumber, type CivilDate, type DayNumber } from '../days.ts'
import type { Terms } from '../rules/rule.ts'

/** Both days included. A pause that has not ended has no place here: until it ends there is no last day. */
export type Pause = { from: CivilDate; to: CivilDate }

/** A day on the way from the event to the last day, in the order in which the clock went over it. */
export type CountedDay = {
  date: CivilDate
  /** The how manieth it is; null: it was skipped, or only rolled over. */
  nth: number | null
  why: DayOff | { kind: 'pause' } | null
}

/** One way to read a rule that the law leaves open. */
export type Reading = { firstDay: 'excluded' | 'counted'; roll: 'forward' | 'none'; due: CivilDate }

export type Reckoned = {
  from: CivilDate
  /** The last day of it, whole. Where the law leaves two readings, the later: nobody is late before it. */
  due: CivilDate
  /** The day an officer works to: the earliest of the readings. */
  workBy: CivilDate
  /** Of a window, the first day. */
  opens: CivilDate | null
  /** The last day before it moved because it was off; the same as `due` when nothing moved. */
  raw: CivilDate
  /** Every day counted and skipped, of the reading that `due` follows. */
  days: CountedDay[]
  /** One, or all the readings where the law is not settled. */
  readings: Reading[]
  /** It hangs on the date of a feast that is only estimated: it went over it, or would if that lay a day off. */
  estimated: boolean
}

/**
 * The day a clock ends, with every day on the way. `start`: the day of the event. Hours are instants and have
 * `reckonHours`. Throws OutsideCalendar beyond the years the calendar knows.
 */
export function reckon(terms: Terms, start: CivilDate, calendar: Calendar, pauses: readonly Pause[] = []): Reckoned {
  const readings = readingsOf(terms).map((reading) => ({
    reading,
    way: goTheWay(terms, reading, start, calendar, pauses),
  }))
  const dues = readings.map(({ way }) => way.due)
  const latest = readings.find(({ way }) => way.due === Math.max(...dues)) ?? readings[0]
  if (!latest) throw new Error('A rule without a reading')
  const { way } = latest
  return {
    from: start,
    due: civilDate(way.due),
    workBy: civilDate(Math.min(...dues)),
    opens: way.opens === null ? null : civilDate(way.opens),
    raw: civilDate(way.raw),
    days: way.days,
    readings: readings.map((one) => ({ ...one.reading, due: civilDate(one.way.due) })),
    estimated: readings.some((one) => hangsOnEstimate(terms, one.reading.roll, one.way, calendar)),
  }
}

/** The instant a term in hours ends: no office hours, the law does not define any. */
export const reckonHours = (terms: Terms, start: Date): Date => {
  const hours = terms.direction === 'after' ? terms.n : -terms.n
  return new Date(start.getTime() + hours * 3_600_000)
}

/** The main reading first: the day of the event left out, the last day rolled on. */
function readingsOf(terms: Terms): Pick<Reading, 'firstDay' | 'roll'>[] {
  const firstDays = terms.firstDay === 'unsettled' ? (['excluded', 'counted'] as const) : [terms.firstDay]
  const rolls = terms.roll === 'unsettled' ? (['forward', 'none'] as const) : [terms.roll]
  return firstDays.flatMap((firstDay) => rolls.map((roll) => ({ firstDay, roll })))
}

type Way = { due: DayNumber; raw: DayNumber; opens: DayNumber | null; days: CountedDay[] }

function goTheWay(
  terms: Terms,
  { firstDay, roll }: Pick<Reading, 'firstDay' | 'roll'>,
  start: CivilDate,
  calendar: Calendar,
  pauses: readonly Pause[],
): Way {
  const step = terms.direction === 'after' ? 1 : -1
  const first = dayNumber(start) + (firstDay === 'counted' ? 0 : step)
  const days: CountedDay[] = []
  const isOver = endOf(terms, start, first, step)
  let raw = first - step
  let opens = terms.kind === 'window' ? raw : null
  for (let nth = 0, day = first; !isOver(nth); day += step) {
    stayInside(day, calendar)
    raw = day
    const why = whyNot(terms, day, calendar, pauses)
    days.push({ date: civilDate(day), nth: why ? null : ++nth, why })
    if (opens !== null && !why && nth === terms.n) opens = day
  }
  const rolling = { roll: terms.unit === 'wd' ? ('none' as const) : roll, step, calendar, pauses }
  return { ...rollOver(rolling, raw, days), opens }
}

/** Calendar days ask nothing of the calendar: without this, one that never ends would be walked for ever. */
function stayInside(day: DayNumber, { first, last }: Calendar): void {
  if (day < first || day > last) throw new OutsideCalendar(`${civilDate(day)} lies outside the calendar`)
}

/** Whether the clock has gone far enough: so many days counted, or, in months, as many days as those months have. */
function endOf(terms: Terms, start: CivilDate, first: DayNumber, step: number) {
  if (terms.unit === 'h') throw new Error('Hours are reckoned as instants')
  const n = terms.kind === 'window' && terms.to !== undefined ? terms.to : terms.n
  if (terms.unit !== 'mo') return (nth: number) => nth >= n
  const end = dayNumber(addMonths(start, step * n))
  const days = Math.abs(end - first) + 1
  return (nth: number) => nth >= days
}

/** Calendar days run over weekends and holidays (law 44/2015, Art 56(4)); a pause stops every clock. */
function whyNot(terms: Terms, day: DayNumber, calendar: Calendar, pauses: readonly Pause[]): CountedDay['why'] {
  return pauseOn(day, pauses) ?? (terms.unit === 'wd' ? calendar.offDay(day) : null)
}

function pauseOn(day: DayNumber, pauses: readonly Pause[]): { kind: 'pause' } | null {
  const date = pauses.length > 0 ? civilDate(day) : ''
  return pauses.some(({ from, to }) => from <= date && date <= to) ? { kind: 'pause' } : null
}

type Rolling = { roll: 'forward' | 'none'; step: number; calendar: Calendar; pauses: readonly Pause[] }

/**
 * A last day that is off moves on to the next working day, in the direction of the clock: forward by law 44/2015,
 * Art 56(4); backward because a day nearer the event would shorten what the law wants long. A pause that begins while it
 * moves holds it like any other day of it.
 */
function rollOver({ roll, step, calendar, pauses }: Rolling, raw: DayNumber, days: CountedDay[]): Omit<Way, 'opens'> {
  let due = raw
  if (roll === 'none') return { due, raw, days }
  const whyOn = (day: DayNumber) => calendar.offDay(day) ?? pauseOn(day, pauses)
  for (let why = whyOn(due); why; why = whyOn(due)) {
    // The raw last day is counted and off at once: it says both.
    const last = days.at(-1)
    if (due === raw && last) days[days.length - 1] = { ...last, why }
    else days.push({ date: civilDate(due), nth: null, why })
    due += step
  }
  if (due !== raw) days.push({ date: civilDate(due), nth: null, why: null })
  return { due, raw, days }
}

/**
 * Whether another date of an estimated feast could move the last day. Estimates are a day off, and a feast that slides
 * from a Friday to the Saturday frees no Monday: so the days off right before count, and the day after.
 */
function hangsOnEstimate(terms: Terms, roll: Reading['roll'], { due, raw, days }: Way, calendar: Calendar): boolean {
  if (terms.unit !== 'wd' && roll === 'none') return false
  const began = terms.unit === 'wd' ? dayNumber(days[0]?.date ?? civilDate(raw)) : raw
  const isEstimated = (day: DayNumber): boolean => {
    const off = day < calendar.first || day > calendar.last ? null : calendar.offDay(day)
    return off?.kind === 'holiday' && off.estimated
  }
  let day = Math.min(began, due) - 1
  for (; day >= calendar.first && calendar.offDay(day); day--) if (isEstimated(day)) return true
  for (day = Math.min(began, due); day <= Math.max(began, due) + 1; day++) if (isEstimated(day)) return true
  return false
}
