import { calendarOf } from '#law/calendar/calendar.ts'
import { civilDate, dayNumber } from '#law/days.ts'
import { JURISDICTIONS, ZONE_OF, type Jurisdiction } from '#law/jurisdiction.ts'
import type { Database, Transaction } from '#platform/db/database.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import { numberOf, resolveRule, runClock } from '#platform/deadlines/reckoning/reckon-rules.ts'
import { insertInstitution, type NewInstitution } from '#platform/institutions/institution-queries.ts'
import { institutionRecords } from '#platform/institutions/institution-records.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { startOfDay } from '#platform/time/civil-date.ts'
import { systemClock } from '#platform/time/clock.ts'

const RULES: Record<Jurisdiction, readonly string[]> = {
  AL: ['AL-FOI-ANSWER', 'AL-CPA-DECIDE', 'AL-CONS-NOTICE', 'AL-CPA-FILE'],
  XK: ['XK-FOI-ANSWER', 'XK-FOI-COMPLAINT'],
}
const FIRST_START = dayNumber('2026-10-05')
const START_DAYS = 80
const CHUNK = 10_000

type Row = Record<
  | 'institution'
  | 'slot'
  | 'rule'
  | 'version'
  | 'n'
  | 'unit'
  | 'jurisdiction'
  | 'start'
  | 'work'
  | 'due'
  | 'at'
  | 'state',
  string
>

/** Institutions of both countries, each with an official, and open deadlines by rules spread over all of them. */
export async function addManyDeadlines(db: Database, institutions: number, count: number): Promise<void> {
  const houses = await addInstitutions(db, institutions)
  for (let from = 0; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, n) => rowOf(houses, from + n))
    await db.begin(async (tx) => {
      const ids = (await insertRows(tx, rows)).map(({ id }) => id)
      await appendToLedger(tx, { clock: systemClock }, { kind: deadlineRecords, ids })
    })
  }
  await db`analyze platform.deadlines`
}

type House = { id: string; jurisdiction: Jurisdiction }

async function addInstitutions(db: Database, count: number): Promise<House[]> {
  const houses: House[] = []
  for (let n = 1; n <= count; n++) {
    const jurisdiction = JURISDICTIONS[n % 2] ?? 'AL'
    const names = { sq: `Bashkia ${n}`, en: `Municipality ${n}` }
    const id = await addInstitution(db, {
      slug: `bashkia-${n}`,
      jurisdiction,
      kind: 'municipality',
      names,
      zone: ZONE_OF[jurisdiction],
      accent: null,
      demonstration: false,
    })
    houses.push({ id, jurisdiction })
    await db`
      with account as (
        insert into platform.accounts (email, name) values (${`zyrtar-${n}@bashkia.example`}, ${`Zyrtar ${n}`}) returning id)
      insert into platform.roles (account_id, institution_id, role)
      select account.id, ${id}, role from account, unnest(array['administrator', 'clerk']) as role`
  }
  return houses
}

const addInstitution = (db: Database, institution: NewInstitution): Promise<string> =>
  db.begin(async (tx): Promise<string> => {
    const id = await insertInstitution(tx, institution)
    if (id === null) throw new Error('An institution of that name stands there already')
    await appendToLedger(tx, { clock: systemClock }, { kind: institutionRecords, ids: [id] })
    return id
  })

function rowOf(houses: readonly House[], n: number): Row {
  const house = houses[n % houses.length]
  if (!house) throw new Error('No institution')
  const { id, jurisdiction } = house
  const rules = RULES[jurisdiction]
  const rule = rules[Math.floor(n / houses.length) % rules.length] ?? ''
  const start = civilDate(FIRST_START + (Math.floor(n / 97) % START_DAYS))
  const zone = ZONE_OF[jurisdiction]
  const resolved = resolveRule(rule, start, jurisdiction, null)
  if (resolved.kind === 'off') throw new Error(`${rule} gives no date: ${resolved.reason}`)
  const { terms } = resolved
  const calendar = calendarOf(jurisdiction)
  const ran = runClock(terms, { startedOn: start, startedAt: startOfDay(start, zone), pauses: [] }, { calendar, zone })
  if (ran.kind === 'off') throw new Error('Outside the calendar')
  const { workBy, dueOn, dueAt } = ran.days
  return {
    institution: id,
    slot: n % 2 === 0 ? 'answer' : 'comments',
    rule,
    version: String(resolved.rule.version),
    n: String(numberOf(terms)),
    unit: terms.unit,
    jurisdiction,
    start,
    work: workBy,
    due: dueOn,
    at: dueAt.toISOString(),
    state: 'running',
  }
}

function insertRows(tx: Transaction, rows: readonly Row[]): Promise<{ id: string }[]> {
  const column = (key: keyof Row): string[] => rows.map((row) => row[key])
  return tx<{ id: string }[]>`
    insert into platform.deadlines
      (institution_id, subject, slot, basis, rule_id, rule_version, n, unit, jurisdiction, started_on, started_at, work_by,
       due_on, due_at, state, ended_at, role, public, created_at, changed_at)
    select made.institution, 'intake.case:' || gen_random_uuid(), made.slot, 'rule', made.rule, made.version, made.n, made.unit,
           made.jurisdiction, made.start, made.start, made.work, made.due, made.at, made.state,
           null, 'clerk', true, made.start, made.start
    from unnest(${column('institution')}::uuid[], ${column('slot')}::text[], ${column('rule')}::text[],
      ${column('version')}::text[]::int[], ${column('n')}::text[]::int[], ${column('unit')}::text[],
      ${column('jurisdiction')}::text[], ${column('start')}::date[], ${column('work')}::date[], ${column('due')}::date[],
      ${column('at')}::timestamptz[], ${column('state')}::text[])
      as made (institution, slot, rule, version, n, unit, jurisdiction, start, work, due, at, state)
    returning id`
}
