import type { CalendarChange, Closure } from '#law/calendar/day-off.ts'
import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction, Words } from '#law/jurisdiction.ts'
import { one, type Queryable, type Transaction } from '../../db/database.ts'

type ChangeRow = {
  kind: CalendarChange['kind']
  holiday: string | null
  year: number | null
  day: CivilDate | null
  names: Words | null
  basis: string
}

/** As the law floor takes it. What a row must have is a constraint of the table. */
function changeOf({ kind, holiday, year, day, names, basis }: ChangeRow): CalendarChange {
  if (kind === 'added' && day && names) return { kind, day, names, basis }
  if (kind === 'moved' && holiday && year && day) return { kind, holiday, year, day, basis }
  if (kind === 'dropped' && holiday && year) return { kind, holiday, year, basis }
  throw new Error(`A change of the calendar without what a ${kind} one needs`)
}

/** All that stands of what a government has announced, in the order of its entry. */
export async function listCalendarChanges(db: Queryable, jurisdiction: Jurisdiction): Promise<CalendarChange[]> {
  const rows = await db<ChangeRow[]>`
    select kind, holiday, year, day, names, basis from platform.calendar_changes
    where jurisdiction = ${jurisdiction} and withdrawn_at is null order by entered_at, id`
  return rows.map(changeOf)
}

/** Closures that count as days off for the institution's clocks. */
export function stoppingClosures(db: Queryable, institutionId: string): Promise<Closure[]> {
  return db<Closure[]>`
    select from_on as "from", to_on as "to", reason as words from platform.institution_closures
    where institution_id = ${institutionId} and removed_at is null and stops_clocks order by from_on, id`
}

/** One announcement, with when it was entered and whether it was taken back. */
export type EnteredChange = {
  id: string
  jurisdiction: Jurisdiction
  change: CalendarChange
  enteredAt: Date
  withdrawnAt: Date | null
}

type EnteredRow = ChangeRow & Omit<EnteredChange, 'change'>

const entered = ({ id, jurisdiction, enteredAt, withdrawnAt, ...row }: EnteredRow): EnteredChange => ({
  id,
  jurisdiction,
  change: changeOf(row),
  enteredAt,
  withdrawnAt,
})

/** Newest first, those taken back too: the page says what stood here. */
export async function listEnteredChanges(
  db: Queryable,
  jurisdiction: Jurisdiction,
  limit: number,
): Promise<EnteredChange[]> {
  const rows = await db<EnteredRow[]>`
    select id, jurisdiction, kind, holiday, year, day, names, basis, entered_at, withdrawn_at
    from platform.calendar_changes where jurisdiction = ${jurisdiction}
    order by entered_at desc, id desc limit ${limit}`
  return rows.map(entered)
}

export async function findEnteredChange(db: Queryable, id: string): Promise<EnteredChange | null> {
  const row = one(
    await db<EnteredRow[]>`
      select id, jurisdiction, kind, holiday, year, day, names, basis, entered_at, withdrawn_at
      from platform.calendar_changes where id = ${id}`,
  )
  return row && entered(row)
}

export async function findChangeOfForm(db: Queryable, formId: string): Promise<EnteredChange | null> {
  const row = one(
    await db<EnteredRow[]>`
      select id, jurisdiction, kind, holiday, year, day, names, basis, entered_at, withdrawn_at
      from platform.calendar_changes where form_id = ${formId}`,
  )
  return row && entered(row)
}

/** One announcement of a country after the other: each is judged by the calendar that the others have made. */
export async function lockCalendar(tx: Transaction, jurisdiction: Jurisdiction): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext(${`platform.calendar.${jurisdiction}`}))`
}

export type NewCalendarChange = {
  jurisdiction: Jurisdiction
  change: CalendarChange
  enteredById: string | null
  formId: string | null
}

/** Gives its id. */
export async function insertCalendarChange(tx: Transaction, entry: NewCalendarChange, at: Date): Promise<string> {
  const { change } = entry
  const names = change.kind === 'added' ? tx.json(change.names) : null
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.calendar_changes
        (jurisdiction, kind, holiday, year, day, names, basis, entered_by_id, entered_at, form_id)
      values (${entry.jurisdiction}, ${change.kind}, ${change.kind === 'added' ? null : change.holiday},
        ${change.kind === 'added' ? null : change.year}, ${change.kind === 'dropped' ? null : change.day}, ${names},
        ${change.basis}, ${entry.enteredById}, ${at}, ${entry.formId})
      returning id`,
  )
  if (!row) throw new Error('A change of the calendar was not written')
  return row.id
}

/** False: it was taken back already, or never stood. */
export async function setChangeWithdrawn(
  tx: Transaction,
  id: string,
  by: { accountId: string | null; at: Date },
): Promise<boolean> {
  const rows = await tx`
    update platform.calendar_changes set withdrawn_at = ${by.at}, withdrawn_by_id = ${by.accountId}
    where id = ${id} and withdrawn_at is null returning id`
  return rows.length > 0
}
