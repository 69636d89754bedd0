import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import type { Database, Transaction } from '#platform/db/database.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { systemClock } from '#platform/time/clock.ts'

const AT_ONCE = 2000

/** Fills the register with closed consultations of the past, spread over the institutions, at most one a minute. */
export async function addManyConsultations(db: Database, count: number): Promise<void> {
  for (let from = 1; from <= count; from += AT_ONCE) {
    await db.begin(async (tx) => {
      const added = await addSome(tx, from, Math.min(from + AT_ONCE - 1, count))
      await appendToLedger(
        tx,
        { clock: systemClock },
        { kind: publishedConsultations, ids: added.map((one) => one.id) },
        { kind: deadlineRecords, ids: added.map((one) => one.deadlineId) },
      )
    })
  }
  await db`analyze consultations.consultations, platform.deadlines, platform.ledger_entries`
}

const addSome = (tx: Transaction, from: number, to: number): Promise<{ id: string; deadlineId: string }[]> =>
  tx<{ id: string; deadlineId: string }[]>`
    with consultation as (
      insert into consultations.consultations
        (institution_id, slug, register_year, register_number, title, summary, act_kind, legal_basis, opens_on,
         contact_email, state, created_at, changed_at, published_at)
      select institution.id, 'bench-' || n, 1900 + n % 100, n,
             (array['Projektvendim për tarifat e pastrimit', 'Rregullore për tregjet e hapura',
                    'Plani i zhvillimit të fshatit', 'Projektbuxheti i vitit'])[1 + n % 4] || ' nr. ' || n,
             'Përmbledhje e shkurtër e një konsultimi të bërë për matjen e shpejtësisë.', 'decision',
             'Ligji për vetëqeverisjen vendore', date '2010-01-01' + n % 5000, 'konsultime@matja.example', 'published',
             moment, moment, moment
      from generate_series(${from}::int, ${to}::int) as n
      cross join lateral (select timestamptz '2026-01-01' - n * interval '1 minute' as moment) as at
      join (select id, row_number() over (order by slug) as place, count(*) over () as of from platform.institutions) as institution
        on institution.place = 1 + n % institution.of
      returning id, institution_id, opens_on, opens_on + 31 as closes_on, published_at)
    insert into platform.deadlines
      (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on, work_by, due_on, due_at,
       state, ended_at, role, public, created_at, changed_at)
    select consultation.institution_id, 'consultations.consultation:' || consultation.id, 'comments', 'day',
           institution.jurisdiction, opens_on, published_at, closes_on, closes_on, closes_on, due_at, 'met', due_at,
           'consultation-coordinator', true, published_at, published_at
    from consultation
    join platform.institutions as institution on institution.id = consultation.institution_id
    cross join lateral (select (closes_on + 1)::timestamp at time zone institution.zone as due_at) as at_end
    returning id as deadline_id, split_part(subject, ':', 2) as id`
