import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { PersonRow } from './popolo-file-rules.ts'

type Of = { institutionId: string; now: Date }

export type PartyRow = { id: string; key: string; name: string; kind: string }

/** Two of one name are two: the second gets the word by which its source tells it from the first. */
export const writeParties = async (tx: Transaction, of: Of, rows: readonly PartyRow[]): Promise<string[]> => {
  const written = await tx<{ id: string }[]>`
    insert into council.parties as party (id, institution_id, import_key, name, kind, created_at, changed_at)
    select one.id, ${of.institutionId}, left(one.key, 200), one.name, one.kind, ${of.now}, ${of.now}
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as one (id uuid, key text, name text, kind text)
    on conflict (id) do update set name = excluded.name, changed_at = excluded.changed_at, version = party.version + 1
    where party.name <> excluded.name
    returning id`
  return written.map(({ id }) => id)
}

export const listPartyNames = (
  db: Queryable,
  institutionId: string,
): Promise<{ id: string; name: string; plain: string }[]> =>
  db<{ id: string; name: string; plain: string }[]>`
    select id, name, platform.plain(name) as plain from council.parties where institution_id = ${institutionId} limit 5000`

export const plainWords = async (db: Queryable, words: readonly string[]): Promise<string[]> => {
  const rows = await db<{ plain: string }[]>`
    select platform.plain(one.word) as plain from unnest(${[...words]}::text[]) with ordinality as one (word, at) order by one.at`
  return rows.map(({ plain }) => plain)
}

export type TermRow = {
  id: string
  key: string
  body_id: string
  name: string
  seats: number
  from_on: string
  to_on: string | null
}

export const writeTerms = async (tx: Transaction, of: Of, rows: readonly TermRow[]): Promise<string[]> => {
  const written = await tx<{ id: string }[]>`
    insert into council.terms as term (id, institution_id, import_key, body_id, name, seats, from_on, to_on, created_at, changed_at)
    select one.id, ${of.institutionId}, left(one.key, 200), one.body_id, one.name, one.seats, one.from_on, one.to_on, ${of.now}, ${of.now}
    from jsonb_to_recordset(${tx.json(rows)}::jsonb)
      as one (id uuid, key text, body_id uuid, name text, seats int, from_on date, to_on date)
    on conflict (id) do update set
      name = excluded.name, from_on = excluded.from_on, to_on = excluded.to_on, changed_at = excluded.changed_at,
      version = term.version + 1
    where (term.name, term.from_on, term.to_on) is distinct from (excluded.name, excluded.from_on, excluded.to_on)
    returning id`
  return written.map(({ id }) => id)
}

export const listSlugs = async (db: Queryable, slugs: readonly string[]): Promise<string[]> => {
  const rows = await db<{ slug: string }[]>`
    select slug from council.councillors where slug = any(${[...slugs]}::text[])
      or regexp_replace(slug, '-[0-9]+$', '') = any(${[...slugs]}::text[])`
  return rows.map(({ slug }) => slug)
}

export const listCouncillorsAmong = async (db: Queryable, ids: readonly string[]): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select person_id as id from council.councillors where person_id = any(${[...ids]}::uuid[])`
  return rows.map(({ id }) => id)
}

export const writePeople = async (
  tx: Transaction,
  of: Of,
  rows: readonly (PersonRow & { slug: string | null })[],
): Promise<void> => {
  const all = tx.json(rows)
  await tx`
    insert into platform.persons as person (id, institution_id, name, created_at)
    select one.id, ${of.institutionId}, one.name, ${of.now} from jsonb_to_recordset(${all}::jsonb) as one (id uuid, name text)
    on conflict (id) do update set name = excluded.name where person.name <> excluded.name`
  await tx`
    insert into council.councillors as councillor
      (person_id, institution_id, import_key, slug, given_name, family_name, gender, contacts, identifiers, other_names, links,
       sources, state, created_at, changed_at, published_at)
    select one.id, ${of.institutionId}, left(one.key, 200), one.slug, one.given_name, one.family_name, one.gender, one.contacts,
           one.identifiers, one.other_names, one.links, one.sources, 'published', ${of.now}, ${of.now}, ${of.now}
    from jsonb_to_recordset(${all}::jsonb) as one (id uuid, key text, slug text, given_name text, family_name text, gender text,
      contacts jsonb, identifiers jsonb, other_names jsonb, links jsonb, sources jsonb)
    where one.slug is not null
    on conflict (person_id) do nothing`
  await tx`
    update council.councillors as councillor set
      given_name = one.given_name, family_name = one.family_name, gender = coalesce(one.gender, councillor.gender),
      contacts = one.contacts, identifiers = one.identifiers, other_names = one.other_names, links = one.links,
      sources = one.sources, changed_at = ${of.now}, version = councillor.version + 1
    from jsonb_to_recordset(${all}::jsonb) as one (id uuid, slug text, given_name text, family_name text, gender text,
      contacts jsonb, identifiers jsonb, other_names jsonb, links jsonb, sources jsonb)
    where councillor.person_id = one.id and one.slug is null`
}

export type MandateRow = {
  id: string
  key: string
  term_id: string
  person_id: string
  party_id: string | null
  area: string | null
  from_on: string
  to_on: string | null
  end_kind: string | null
}

/** Gives the people whose mandates are others since. */
export const writeMandates = async (tx: Transaction, of: Of, rows: readonly MandateRow[]): Promise<string[]> => {
  const written = await tx<{ personId: string }[]>`
    insert into council.mandates as mandate
      (id, institution_id, import_key, term_id, person_id, party_id, area, from_on, to_on, end_kind, created_at, changed_at)
    select one.id, ${of.institutionId}, left(one.key, 400), one.term_id, one.person_id, one.party_id, one.area, one.from_on,
           one.to_on, one.end_kind, ${of.now}, ${of.now}
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as one (id uuid, key text, term_id uuid, person_id uuid,
      party_id uuid, area text, from_on date, to_on date, end_kind text)
    on conflict (id) do update set
      party_id = excluded.party_id, area = excluded.area, from_on = excluded.from_on, to_on = excluded.to_on,
      end_kind = excluded.end_kind, changed_at = excluded.changed_at, version = mandate.version + 1
    where (mandate.party_id, mandate.area, mandate.from_on, mandate.to_on)
      is distinct from (excluded.party_id, excluded.area, excluded.from_on, excluded.to_on)
    returning person_id`
  return written.map(({ personId }) => personId)
}

export type SeatInBody = {
  id: string
  body_id: string
  person_id: string
  role: string
  from_on: string | null
  to_on: string | null
}

/** Gives the bodies whose members are others since. */
export const writeBodyMembers = async (tx: Transaction, of: Of, rows: readonly SeatInBody[]): Promise<string[]> => {
  const written = await tx<{ bodyId: string }[]>`
    insert into platform.body_members as member (id, institution_id, body_id, person_id, role, from_on, to_on, created_at)
    select one.id, ${of.institutionId}, one.body_id, one.person_id, one.role, one.from_on, one.to_on, ${of.now}
    from jsonb_to_recordset(${tx.json(rows)}::jsonb)
      as one (id uuid, body_id uuid, person_id uuid, role text, from_on date, to_on date)
    on conflict (id) do update set role = excluded.role, from_on = excluded.from_on, to_on = excluded.to_on,
      version = member.version + 1
    where (member.role, member.from_on, member.to_on) is distinct from (excluded.role, excluded.from_on, excluded.to_on)
    returning body_id`
  return written.map(({ bodyId }) => bodyId)
}
