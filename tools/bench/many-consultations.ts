import type { Database } from '#platform/db/database.ts'

/** Fills the register with closed consultations of the past, spread over the institutions, at most one a minute. */
export async function addManyConsultations(db: Database, count: number): Promise<void> {
  await db`
    insert into consultations.consultations
      (institution_id, slug, register_year, register_number, title, summary, act_kind, legal_basis, opens_on, closes_on,
       contact_email, state, created_at, changed_at, published_at)
    select institution.id, 'bench-' || n, 1900 + n % 100, n,
           (array['Projektvendim për tarifat e pastrimit', 'Rregullore për tregjet e hapura',
                  'Plani i zhvillimit të fshatit', 'Projektbuxheti i vitit'])[1 + n % 4] || ' nr. ' || n,
           'Përmbledhje e shkurtër e një konsultimi të bërë për matjen e shpejtësisë.', 'decision',
           'Ligji për vetëqeverisjen vendore', date '2010-01-01' + n % 5000, date '2010-02-01' + n % 5000,
           'konsultime@matja.example', 'published', moment, moment, moment
    from generate_series(1, ${count}::int) as n
    cross join lateral (select timestamptz '2026-01-01' - n * interval '1 minute' as moment) as at
    join (select id, row_number() over (order by slug) as place, count(*) over () as of from platform.institutions) as institution
      on institution.place = 1 + n % institution.of`
  await db`analyze consultations.consultations`
}
