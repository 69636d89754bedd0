import type { Calendar } from '#law/calendar/day-off.ts'
import { calendarOf } from '#law/calendar/calendar.ts'
import type { Queryable, Transaction } from '../../db/database.ts'
import { listCalendarChanges, stoppingClosures } from '../announcements/calendar-queries.ts'
import { findHouse, holdHouse, type House } from '../deadline-queries.ts'
import type { Clockwork } from './reckon-rules.ts'

/** What time is in an institution, for a deed that writes a date: held against a recomputation that begins meanwhile. */
export async function holdClockwork(tx: Transaction, institutionId: string): Promise<Clockwork> {
  const house = await holdHouse(tx, institutionId)
  if (!house) throw new Error('A deadline of an institution that is not there')
  return clockworkOf(tx, house)
}

/** The same for who only looks. Null: no such institution. */
export async function clockworkFor(db: Queryable, institutionId: string): Promise<Clockwork | null> {
  const house = await findHouse(db, institutionId)
  return house && clockworkOf(db, house)
}

/** The calendar with what was announced and those closures of the institution that stop its clocks. */
export async function calendarFor(db: Queryable, institutionId: string): Promise<Calendar> {
  const clockwork = await clockworkFor(db, institutionId)
  if (!clockwork) throw new Error('The calendar of an institution that is not there')
  return clockwork.calendar
}

async function clockworkOf(db: Queryable, { id, jurisdiction, zone }: House): Promise<Clockwork> {
  // One after the other: inside a transaction they share a connection anyway.
  const changes = await listCalendarChanges(db, jurisdiction)
  const closures = await stoppingClosures(db, id)
  return { institutionId: id, jurisdiction, zone, calendar: calendarOf(jurisdiction, changes, closures) }
}
