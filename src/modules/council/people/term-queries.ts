import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { EndKind, ResultLine } from './people-rules.ts'

export type Term = {
  id: string
  institutionId: string
  bodyId: string
  body: string
  name: string
  seats: number
  electionOn: CivilDate | null
  electionSource: string | null
  voters: number | null
  votesCast: number | null
  constitutedOn: CivilDate | null
  fromOn: CivilDate
  toOn: CivilDate | null
  version: number
  changedAt: Date
}

const columns = (db: Queryable) => db`
  term.id, term.institution_id, term.body_id, body.name as body, term.name, term.seats, term.election_on,
  term.election_source, term.voters, term.votes_cast, term.constituted_on, term.from_on, term.to_on, term.version,
  term.changed_at
  from council.terms as term join platform.bodies as body on body.id = term.body_id`

export const findTerm = async (db: Queryable, id: string): Promise<Term | null> =>
  one(await db<Term[]>`select ${columns(db)} where term.id = ${id}`)

export async function holdTerm(tx: Transaction, id: string): Promise<Term | null> {
  await tx`select id from council.terms where id = ${id} for update`
  return findTerm(tx, id)
}

/** Newest first; null: of all institutions. */
export const listTerms = (db: Queryable, institutions: readonly string[] | null): Promise<Term[]> =>
  db<Term[]>`
    select ${columns(db)}
    ${institutions ? db`where term.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by term.from_on desc, term.id limit 500`

export type TermFields = Pick<
  Term,
  'name' | 'seats' | 'electionOn' | 'electionSource' | 'voters' | 'votesCast' | 'constitutedOn' | 'fromOn' | 'toOn'
>

/** Null: this very form made one before. */
export async function insertTerm(
  tx: Transaction,
  row: TermFields & { institutionId: string; bodyId: string; formId: string | null; at: Date },
): Promise<string | null> {
  const rows = await tx<{ id: string }[]>`
    insert into council.terms
      (institution_id, body_id, form_id, name, seats, election_on, election_source, voters, votes_cast, constituted_on,
       from_on, to_on, created_at, changed_at)
    values (${row.institutionId}, ${row.bodyId}, ${row.formId}, ${row.name}, ${row.seats}, ${row.electionOn},
            ${row.electionSource}, ${row.voters}, ${row.votesCast}, ${row.constitutedOn}, ${row.fromOn}, ${row.toOn},
            ${row.at}, ${row.at})
    on conflict (form_id) do nothing returning id`
  return one(rows)?.id ?? null
}

export const findTermByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from council.terms where form_id = ${formId}`)?.id ?? null

export async function updateTerm(tx: Transaction, id: string, row: TermFields, at: Date): Promise<void> {
  await tx`
    update council.terms set
      name = ${row.name}, seats = ${row.seats}, election_on = ${row.electionOn}, election_source = ${row.electionSource},
      voters = ${row.voters}, votes_cast = ${row.votesCast}, constituted_on = ${row.constitutedOn},
      from_on = ${row.fromOn}, to_on = ${row.toOn}, version = version + 1, changed_at = ${at}
    where id = ${id}`
}

export async function touchTerm(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.terms set version = version + 1, changed_at = ${at} where id = ${id}`
}

export type Result = ResultLine & {
  id: string
  termId: string
  ordinal: number
  partyId: string | null
  party: string | null
}

export const listResults = (db: Queryable, termIds: readonly string[]): Promise<Result[]> =>
  db<Result[]>`
    select result.id, result.term_id, result.ordinal, result.list_name, result.votes, result.seats, result.party_id,
           party.name as party
    from council.election_results as result left join council.parties as party on party.id = result.party_id
    where result.term_id = any(${termIds as string[]}::uuid[]) order by result.term_id, result.ordinal limit 5000`

/** A list that is called as a party is that party's. */
export async function replaceResults(
  tx: Transaction,
  term: { id: string; institutionId: string },
  results: readonly ResultLine[],
): Promise<void> {
  await tx`delete from council.election_results where term_id = ${term.id}`
  await tx`
    insert into council.election_results (institution_id, term_id, ordinal, party_id, list_name, votes, seats)
    select ${term.institutionId}, ${term.id}, line.n::int, party.id, line.list, line.votes, line.seats
    from unnest(${results.map(({ listName }) => listName)}::text[], ${results.map(({ votes }) => votes)}::int[],
                ${results.map(({ seats }) => seats)}::int[]) with ordinality as line (list, votes, seats, n)
    left join council.parties as party on party.institution_id = ${term.institutionId}
      and (platform.plain(party.name) = platform.plain(line.list) or platform.plain(party.short_name) = platform.plain(line.list))`
}

/** False: that list has its line already. */
export async function addResult(
  tx: Transaction,
  row: ResultLine & { institutionId: string; termId: string; importId: string | null },
): Promise<boolean> {
  const rows = await tx`
    insert into council.election_results (institution_id, import_id, term_id, ordinal, party_id, list_name, votes, seats)
    select ${row.institutionId}, ${row.importId}, ${row.termId},
           coalesce((select max(ordinal) from council.election_results where term_id = ${row.termId}), 0) + 1,
           (select party.id from council.parties as party
            where party.institution_id = ${row.institutionId}
              and (platform.plain(party.name) = platform.plain(${row.listName})
                   or platform.plain(party.short_name) = platform.plain(${row.listName})) limit 1),
           ${row.listName}, ${row.votes}, ${row.seats}
    where not exists (select 1 from council.election_results
                      where term_id = ${row.termId} and platform.plain(list_name) = platform.plain(${row.listName}))
    returning id`
  return rows.length > 0
}

export const removeImportedResults = (tx: Transaction, importId: string): Promise<{ termId: string }[]> =>
  tx<{ termId: string }[]>`delete from council.election_results where import_id = ${importId} returning term_id`

/** The running term of an institution by its name, or the newest one where no name is told. */
export const findTermNamed = async (db: Queryable, institutionId: string, name: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from council.terms
      where institution_id = ${institutionId} ${name === '' ? db`` : db`and platform.plain(name) = platform.plain(${name})`}
      order by from_on desc, id limit 1`,
  )?.id ?? null

export type Mandate = {
  id: string
  institutionId: string
  termId: string
  term: string
  personId: string
  name: string
  partyId: string | null
  party: string | null
  listName: string | null
  area: string | null
  fromOn: CivilDate
  toOn: CivilDate | null
  endKind: EndKind | null
  endNote: string | null
  replacedBy: string | null
  /** Who follows, and who was there before, in the same seat. */
  replacement: string | null
  predecessor: string | null
  version: number
}

const mandates = (db: Queryable) => db`
  mandate.id, mandate.institution_id, mandate.term_id, term.name as term, mandate.person_id, person.name, mandate.party_id,
  coalesce(party.short_name, party.name) as party, mandate.list_name, mandate.area, mandate.from_on, mandate.to_on,
  mandate.end_kind, mandate.end_note, mandate.replaced_by, mandate.version,
  (select named.name from council.mandates as next join platform.persons as named on named.id = next.person_id
   where next.id = mandate.replaced_by) as replacement,
  (select named.name from council.mandates as earlier join platform.persons as named on named.id = earlier.person_id
   where earlier.replaced_by = mandate.id limit 1) as predecessor
  from council.mandates as mandate
  join council.terms as term on term.id = mandate.term_id
  join platform.persons as person on person.id = mandate.person_id
  left join council.parties as party on party.id = mandate.party_id`

export const findMandate = async (db: Queryable, id: string): Promise<Mandate | null> =>
  one(await db<Mandate[]>`select ${mandates(db)} where mandate.id = ${id}`)

export const mandateOfForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from council.mandates where form_id = ${formId}`)?.id ?? null

export const listMandatesOfPerson = (db: Queryable, personId: string): Promise<Mandate[]> =>
  db<Mandate[]>`
    select ${mandates(db)} where mandate.person_id = ${personId} order by mandate.from_on desc, mandate.id limit 100`

export const listMandatesOfTerm = (db: Queryable, termId: string): Promise<Mandate[]> =>
  db<Mandate[]>`
    select ${mandates(db)} where mandate.term_id = ${termId}
    order by person.name collate "sq-x-icu", mandate.from_on, mandate.id limit 3000`

/** Null: this very form, or this row of a source, gave one before. */
export async function insertMandate(
  tx: Transaction,
  row: {
    institutionId: string
    formId: string | null
    importId: string | null
    termId: string
    personId: string
    partyId: string | null
    listName: string | null
    area: string | null
    fromOn: CivilDate
    toOn: CivilDate | null
    endKind: EndKind | null
    at: Date
  },
): Promise<string | null> {
  const rows = await tx<{ id: string }[]>`
    insert into council.mandates
      (institution_id, form_id, import_id, term_id, person_id, party_id, list_name, area, from_on, to_on, end_kind,
       created_at, changed_at)
    values (${row.institutionId}, ${row.formId}, ${row.importId}, ${row.termId}, ${row.personId}, ${row.partyId},
            ${row.listName}, ${row.area}, ${row.fromOn}, ${row.toOn}, ${row.endKind}, ${row.at}, ${row.at})
    on conflict (form_id) do nothing returning id`
  return one(rows)?.id ?? null
}

export async function endMandateRow(
  tx: Transaction,
  id: string,
  end: { toOn: CivilDate; endKind: EndKind; endNote: string | null; at: Date },
): Promise<void> {
  await tx`
    update council.mandates set to_on = ${end.toOn}, end_kind = ${end.endKind}, end_note = ${end.endNote},
      version = version + 1, changed_at = ${end.at}
    where id = ${id}`
}

export async function writeReplacement(tx: Transaction, id: string, nextId: string, at: Date): Promise<void> {
  await tx`
    update council.mandates set replaced_by = ${nextId}, version = version + 1, changed_at = ${at} where id = ${id}`
}

/** What nobody has changed since: of those who go with it, and of others where nothing hangs on it. */
export const removeImportedMandates = (
  tx: Transaction,
  importId: string,
  personIds: readonly string[],
): Promise<{ personId: string }[]> =>
  tx<{ personId: string }[]>`
    delete from council.mandates as mandate
    where mandate.import_id = ${importId} and mandate.version = 1
      and mandate.person_id = any(${personIds as string[]}::uuid[])
      and not exists (select 1 from council.mandates as earlier where earlier.replaced_by = mandate.id)
    returning mandate.person_id`
