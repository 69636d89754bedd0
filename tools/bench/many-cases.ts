import type { Database, Transaction } from '#platform/db/database.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { systemClock } from '#platform/time/clock.ts'

const AT_ONCE = 2000

/** Fills the register of one institution with cases of the past, over all ways and states, one every quarter of an hour. */
export async function addManyCases(db: Database, slug: string, count: number): Promise<void> {
  for (let from = 1; from <= count; from += AT_ONCE)
    await db.begin(async (tx) => {
      const ids = (await addSome(tx, slug, from, Math.min(from + AT_ONCE - 1, count))).map(({ id }) => id)
      await appendToLedger(tx, { clock: systemClock }, { kind: deadlineRecords, ids })
    })
  await db`analyze platform.cases`
  await db`analyze platform.case_senders`
  await db`analyze platform.deadlines`
}

/** Gives the clocks, which are public. */
const addSome = (tx: Transaction, slug: string, from: number, to: number): Promise<{ id: string }[]> =>
  tx<{ id: string }[]>`
    with made as (
      insert into platform.cases
        (institution_id, submission_id, channel, register_year, register_number, code, about, words, state, state_reason,
         received_at, entered_at, filed_on, owner_role, protocol_number, protocol_on, changed_at)
      select institution.id, gen_random_uuid(), (array['web', 'email', 'paper', 'counter'])[1 + n % 4], 1990 + n % 30, n,
             left(code.letters, 4) || '-' || right(code.letters, 4),
             (array['Ndriçimi i rrugës', 'Kanali i lagjes', 'Vërtetim pronësie', 'Tarifa e pastrimit'])[1 + n % 4] || ' nr. ' || n,
             repeat('Kërkoj që bashkia të shohë gjendjen dhe të japë përgjigje me shkrim. ', 1 + n % 20),
             (array['new', 'assigned', 'in-work', 'answered', 'closed', 'closed', 'closed', 'closed', 'discarded', 'closed'])[1 + n % 10],
             case when n % 10 = 8 then 'Reklamë' end, moment, moment, moment::date,
             case when n % 3 = 0 then 'administrator' end, n::text, moment::date, moment
      from generate_series(${from}::int, ${to}::int) as n
      cross join lateral (select timestamptz '2026-01-01' - n * interval '15 minutes' as moment) as at
      cross join lateral (select translate(upper(lpad(to_hex(n), 8, '0')), '01', 'GH') as letters) as code
      join platform.institutions as institution on institution.slug = ${slug}
      returning id, institution_id, register_number, filed_on, received_at, state, owner_role
    ), points as (
      insert into platform.case_points (institution_id, case_id, ordinal) select institution_id, id, 1 from made
    ), deadlines as (
      insert into platform.deadlines
        (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on, work_by, due_on, due_at,
         state, ended_at, role, public, created_at, changed_at)
      select made.institution_id, 'intake.case:' || made.id, 'answer', 'day', institution.jurisdiction, filed_on, received_at,
             filed_on + 30, filed_on + 30, filed_on + 30, (filed_on + 31)::timestamp at time zone institution.zone, ending.state,
             case when ending.state <> 'running' then received_at + interval '20 days' end, owner_role, true, received_at,
             received_at
      from made join platform.institutions as institution on institution.id = made.institution_id
      cross join lateral (select case when made.state in ('new', 'assigned', 'in-work') then 'running'
        when made.state = 'discarded' then 'cancelled' else 'met' end as state) as ending
      returning id
    ), senders as (
      insert into platform.case_senders (case_id, institution_id, name, salt)
      select id, institution_id, 'Qytetar ' || register_number || ' Shembull', decode(repeat('00', 16), 'hex') from made
    )
    select id from deadlines`
