import type { Queryable, Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { likePattern } from '../lists/like-pattern-rules.ts'
import type { InstitutionKind, Jurisdiction, Standing } from './institution-rules.ts'

/** A line of the directory: everyone who works here or is named here. */
export type DirectoryEntry = {
  id: string
  slug: string
  name: string
  kind: InstitutionKind
  jurisdiction: Jurisdiction
  standing: Standing
  demonstration: boolean
  closedOn: string | null
}

export type DirectoryFilter = {
  /** Part of a name, today's or a former one, in any language. */
  words: string
  kind: InstitutionKind | null
  jurisdiction: Jurisdiction | null
  standing: Standing | null
  /** Those that are no more are shown only when asked for. */
  closed: boolean
  /** The page begins after this entry. */
  after: string | null
  limit: number
}

/**
 * One page of the directory, by name in Albanian order. The order stands in an index; words are looked up first by
 * themselves, for nothing tells the planner how rare they are.
 */
export function listDirectory(db: Queryable, lang: Lang, filter: DirectoryFilter): Promise<DirectoryEntry[]> {
  const { words, kind, jurisdiction, standing, after } = filter
  const name = lang === 'en' ? db`institution.listed_name_en` : db`institution.listed_name`
  const foundByName = db`
    with found as materialized (
      select distinct name.institution_id from platform.institution_names as name
      where platform.plain(name.name) like ${likePattern(words)})`
  return db<DirectoryEntry[]>`
    ${words ? foundByName : db``}
    select institution.id, institution.slug, ${name} as name, institution.kind, institution.jurisdiction,
           institution.standing, institution.demonstration, institution.closed_on
    from platform.institutions as institution
    ${words ? db`join found on found.institution_id = institution.id` : db``}
    where ${name} is not null
      ${filter.closed ? db`` : db`and institution.closed_on is null`}
      ${kind ? db`and institution.kind = ${kind}` : db``}
      ${jurisdiction ? db`and institution.jurisdiction = ${jurisdiction}` : db``}
      ${standing ? db`and institution.standing = ${standing}` : db``}
      ${after ? db`and (${name} collate "sq-x-icu", institution.id) > (${placeOf(db, lang, after)})` : db``}
    order by ${name} collate "sq-x-icu", institution.id
    limit ${filter.limit}`
}

const placeOf = (db: Queryable, lang: Lang, id: string) =>
  lang === 'en'
    ? db`select last.listed_name_en, last.id from platform.institutions as last where last.id = ${id}`
    : db`select last.listed_name, last.id from platform.institutions as last where last.id = ${id}`

/** For a field in which one of many is named: the exact slug, or the only one whose name today is exactly this. */
export async function findNamed(db: Queryable, words: string): Promise<{ id: string; name: string } | null> {
  const rows = await db<{ id: string; name: string }[]>`
    select id, listed_name as name from platform.institutions where slug = ${words}
    union
    select institution.id, institution.listed_name from platform.institution_names as name
    join platform.institutions as institution on institution.id = name.institution_id
    where platform.plain(name.name) = platform.plain(${words})
    limit 2`
  return rows.length === 1 ? (rows[0] ?? null) : null
}

export async function listAllSlugs(db: Queryable): Promise<Set<string>> {
  const rows = await db<{ slug: string }[]>`select slug from platform.institutions`
  return new Set(rows.map(({ slug }) => slug))
}

export type KnownOrganisation = { jurisdiction: string; kind: string; registration: string | null; name: string }

/** What an import compares with: numbers and names that are there already. */
export function listKnownOrganisations(db: Queryable): Promise<KnownOrganisation[]> {
  return db<KnownOrganisation[]>`
    select institution.jurisdiction, institution.kind, institution.registration, institution.listed_name as name
    from platform.institutions as institution where institution.listed_name is not null`
}

export type ImportedOrganisation = {
  id: string
  slug: string
  jurisdiction: Jurisdiction
  kind: InstitutionKind
  zone: string
  currency: string
  name: string
  nameEn: string | null
  registration: string | null
  website: string | null
  email: string | null
  source: string | null
}

/** Many at once: four statements for a batch, not four for each. */
export async function insertOrganisations(
  tx: Transaction,
  organisations: readonly ImportedOrganisation[],
  now: Date,
): Promise<void> {
  const given = tx`
    jsonb_to_recordset(${tx.json(organisations)}) as given (
      id uuid, slug text, jurisdiction text, kind text, zone text, currency text, name text, "nameEn" text,
      registration text, website text, email text, source text)`
  await tx`
    insert into platform.institutions
      (id, slug, jurisdiction, kind, zone, currency, standing, registration, website, source, created_at, changed_at)
    select id, slug, jurisdiction, kind, zone, currency, 'listed', registration, website, source, ${now}, ${now} from ${given}`
  await tx`
    insert into platform.institution_names (institution_id, lang, name)
    select id, 'sq', name from ${given}
    union all select id, 'en', "nameEn" from ${given} where "nameEn" is not null`
  await tx`
    insert into platform.role_addresses (institution_id, role, email)
    select id, 'front-desk', email from ${given} where email is not null`
  await tx`
    insert into platform.changes (institution_id, subject, kind, by_kind, at, fields)
    select id, 'institutions.institution:' || id, 'imported', 'command-line', ${now}::timestamptz,
           jsonb_build_array(jsonb_build_object('field', 'name', 'from', null, 'to', name))
    from ${given}`
}
