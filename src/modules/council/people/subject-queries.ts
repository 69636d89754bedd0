import type { Queryable } from '#platform/db/database.ts'

export type RegisterSubject =
  'council.terms' | 'council.parties' | 'council.payments' | 'council.staff' | 'council.affiliations'

/** How a register calls its entries, and when they are public. Written in the program, never typed. */
const named = (db: Queryable, table: RegisterSubject) => {
  switch (table) {
    case 'council.terms':
      return db`select id, institution_id, name as title, true as public from council.terms`
    case 'council.parties':
      return db`select id, institution_id, name as title, true as public from council.parties`
    case 'council.staff':
      return db`select id, institution_id, name as title, published_at is not null as public from council.staff`
    case 'council.affiliations':
      return db`select id, institution_id, organisation as title, published_at is not null as public from council.affiliations`
    case 'council.payments':
      return db`
        select paid.id, paid.institution_id, person.name || ', ' || paid.from_on as title,
               exists (select 1 from council.published_payments as shown where shown.id = paid.id) as public
        from council.payments as paid join platform.persons as person on person.id = paid.person_id`
  }
}

export const listRegisterSubjects = (
  db: Queryable,
  table: RegisterSubject,
  ids: readonly string[],
): Promise<{ id: string; institutionId: string; title: string; public: boolean }[]> =>
  db<{ id: string; institutionId: string; title: string; public: boolean }[]>`
    select one.id, one.institution_id, one.title, one.public from (${named(db, table)}) as one
    where one.id = any(${ids as string[]}::uuid[])`
