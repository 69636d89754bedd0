import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Database, Transaction } from '#platform/db/database.ts'
import { deadlineRecords } from '#platform/deadlines/deadline-records.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { systemClock } from '#platform/time/clock.ts'
import type { Target } from './comment-load.ts'

/** People who have confirmed their addresses, as whoever is signed in has. */
export async function addPeople(db: Database, count: number): Promise<Citizen[]> {
  const rows = await db<{ id: string; email: string }[]>`
    insert into platform.contacts (email, lang, created_at, confirmed_at)
    select 'banor-' || n || '@posta.example', 'sq', now(), now() from generate_series(1, ${count}::int) as n
    returning id, email`
  await db`analyze platform.contacts`
  return rows.map(({ id, email }) => ({ kind: 'citizen', sessionId: id, contactId: id, email }))
}

/** The open consultation of the demonstration, with an article of its text. */
export async function demoTarget(db: Database): Promise<Target> {
  const [row] = await db<Target[]>`
    select consultation.slug, node.node_id
    from consultations.published_consultations as consultation
    join platform.text_versions as version on version.text_id = consultation.text_id and version.state = 'published'
    join platform.text_nodes as node on node.version_id = version.id and node.kind = 'article'
    where consultation.institution_slug = 'bregas' order by node.ordinal limit 1`
  if (!row) throw new Error('The demonstration consultation has no article')
  return row
}

/** Further open ones, without a text, spread over the institutions. */
export const addOpenConsultations = (db: Database, count: number): Promise<Target[]> =>
  db.begin(async (tx): Promise<Target[]> => {
    const added = await insertOpen(tx, count)
    await appendToLedger(
      tx,
      { clock: systemClock },
      { kind: publishedConsultations, ids: added.map((one) => one.id) },
      { kind: deadlineRecords, ids: added.map((one) => one.deadlineId) },
    )
    return added.map(({ slug }) => ({ slug, nodeId: null }))
  })

const insertOpen = (tx: Transaction, count: number): Promise<{ id: string; deadlineId: string; slug: string }[]> =>
  tx<{ id: string; deadlineId: string; slug: string }[]>`
    with consultation as (
      insert into consultations.consultations
        (institution_id, slug, register_year, register_number, title, summary, act_kind, legal_basis, opens_on,
         contact_email, state, created_at, changed_at, published_at)
      select institution.id, 'bench-open-' || n, 1899, n, 'Projektvendim për tarifat e pastrimit nr. ' || n,
             'Përmbledhje e shkurtër e një konsultimi të bërë për matjen e shpejtësisë.', 'decision',
             'Ligji për vetëqeverisjen vendore', current_date - 3, 'konsultime@matja.example', 'published',
             now() - interval '3 days', now() - interval '3 days', now() - interval '3 days'
      from generate_series(1, ${count}::int) as n
      join (select id, row_number() over (order by slug) as place, count(*) over () as of from platform.institutions) as institution
        on institution.place = 1 + n % institution.of
      returning id, slug, institution_id, opens_on, published_at),
    deadline as (
      insert into platform.deadlines
        (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on, work_by, due_on, due_at,
         state, role, public, created_at, changed_at)
      select consultation.institution_id, 'consultations.consultation:' || consultation.id, 'comments', 'day',
             institution.jurisdiction, opens_on, published_at, opens_on + 40, opens_on + 40, opens_on + 40,
             (opens_on + 41)::timestamp at time zone institution.zone, 'running', 'consultation-coordinator', true,
             published_at, published_at
      from consultation join platform.institutions as institution on institution.id = consultation.institution_id
      returning id, subject)
    select consultation.id, deadline.id as deadline_id, consultation.slug
    from consultation join deadline on deadline.subject = 'consultations.consultation:' || consultation.id`
