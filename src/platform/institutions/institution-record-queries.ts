import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { institutionColumns } from './institution-queries.ts'
import type { Currency, InstitutionKind, InstitutionSummary, NameLanguage, Standing } from './institution-rules.ts'

/** An institution with all that its own page and its administrator see. */
export type InstitutionRecord = InstitutionSummary & {
  website: string | null
  registration: string | null
  source: string | null
  placeId: string | null
  closedReason: string | null
  version: number
  changedAt: Date
  createdAt: Date
}

export async function findInstitutionRecord(db: Queryable, lang: Lang, id: string): Promise<InstitutionRecord | null> {
  return one(
    await db<InstitutionRecord[]>`
      select ${institutionColumns(db, lang)}, institution.website, institution.registration, institution.source,
             institution.place_id, institution.closed_reason, institution.version, institution.changed_at,
             institution.created_at
      from platform.institutions as institution where institution.id = ${id}`,
  )
}

/** Locks the row for a deed: two officials at once change it one after the other. */
export async function holdInstitution(tx: Transaction, id: string): Promise<InstitutionRecord | null> {
  await tx`select from platform.institutions where id = ${id} for update`
  return findInstitutionRecord(tx, 'sq', id)
}

export type InstitutionName = { lang: NameLanguage; name: string; validFrom: string; source: string | null }

/** Every name it ever had, newest first. */
export function listInstitutionNames(db: Queryable, institutionId: string): Promise<InstitutionName[]> {
  return db<InstitutionName[]>`
    select lang, name, valid_from, source from platform.institution_names
    where institution_id = ${institutionId} order by valid_from desc, lang`
}

/** The name that was valid on a day: what an old paper of theirs says. */
export async function findNameAt(
  db: Queryable,
  lang: Lang,
  institutionId: string,
  day: string,
): Promise<string | null> {
  const row = one(
    await db<{ name: string | null }[]>`select platform.institution_name(${institutionId}, ${lang}, ${day}) as name`,
  )
  return row?.name ?? null
}

export async function setInstitutionName(
  tx: Transaction,
  institutionId: string,
  name: { lang: NameLanguage; name: string; validFrom: string; source: string | null },
): Promise<void> {
  await tx`
    insert into platform.institution_names (institution_id, lang, valid_from, name, source)
    values (${institutionId}, ${name.lang}, ${name.validFrom}, ${name.name}, ${name.source})
    on conflict (institution_id, lang, valid_from) do update set name = excluded.name, source = excluded.source`
}

export type InstitutionFacts = {
  kind: InstitutionKind
  standing: Standing
  currency: Currency
  placeId: string | null
  website: string | null
  registration: string | null
  source: string | null
  accent: string | null
}

/** Whose number in the country's own register this is. */
export async function findByRegistration(
  db: Queryable,
  jurisdiction: string,
  registration: string,
): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select id from platform.institutions where jurisdiction = ${jurisdiction} and registration = ${registration}`,
  )
  return row?.id ?? null
}

export async function updateInstitutionFacts(
  tx: Transaction,
  id: string,
  facts: InstitutionFacts,
  now: Date,
): Promise<void> {
  await tx`
    update platform.institutions set
      kind = ${facts.kind}, standing = ${facts.standing}, currency = ${facts.currency}, place_id = ${facts.placeId},
      website = ${facts.website}, registration = ${facts.registration}, source = ${facts.source},
      accent = ${facts.accent}, version = version + 1, changed_at = ${now}
    where id = ${id}`
}

/** What hangs on an institution has changed: forms that were opened before are told so. */
export async function touchInstitution(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.institutions set version = version + 1, changed_at = ${now} where id = ${id}`
}

export async function closeInstitutionRow(
  tx: Transaction,
  id: string,
  on: string,
  reason: string,
  now: Date,
): Promise<void> {
  await tx`
    update platform.institutions
    set closed_on = ${on}, closed_reason = ${reason}, version = version + 1, changed_at = ${now} where id = ${id}`
}

export async function insertSuccessor(
  tx: Transaction,
  succession: { predecessorId: string; successorId: string; since: string; reason: string },
): Promise<void> {
  await tx`
    insert into platform.institution_successors (predecessor_id, successor_id, since, reason)
    values (${succession.predecessorId}, ${succession.successorId}, ${succession.since}, ${succession.reason})
    on conflict (predecessor_id, successor_id) do nothing`
}

export type Succession = { kind: 'predecessor' | 'successor'; id: string; slug: string; name: string; since: string }

/** Who was before this institution, and who came after it. */
export function listSuccessions(db: Queryable, lang: Lang, id: string): Promise<Succession[]> {
  return db<Succession[]>`
    select succession.kind, institution.id, institution.slug, succession.since,
           platform.institution_name(institution.id, ${lang}, current_date) as name
    from (
      select 'predecessor' as kind, predecessor_id as other_id, since from platform.institution_successors
      where successor_id = ${id}
      union all
      select 'successor', successor_id, since from platform.institution_successors where predecessor_id = ${id}
    ) as succession
    join platform.institutions as institution on institution.id = succession.other_id
    order by succession.since, institution.slug`
}

export async function deleteRoleAddress(tx: Transaction, institutionId: string, role: string): Promise<void> {
  await tx`delete from platform.role_addresses where institution_id = ${institutionId} and role = ${role}`
}

export type Closure = {
  id: string
  fromOn: string
  toOn: string
  reason: string
  source: string | null
  /** Its days count as days off for the clocks of the institution. Off unless it names its source. */
  stopsClocks?: boolean
}

/** Days on which it is closed, newest first. */
export function listClosures(db: Queryable, institutionId: string): Promise<Closure[]> {
  return db<Closure[]>`
    select id, from_on, to_on, reason, source, stops_clocks from platform.institution_closures
    where institution_id = ${institutionId} and removed_at is null order by from_on desc, id limit 500`
}

/** False: it is there already. */
export async function insertClosure(
  tx: Transaction,
  institutionId: string,
  closure: Closure,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    insert into platform.institution_closures
      (id, institution_id, from_on, to_on, reason, source, stops_clocks, created_at)
    values (${closure.id}, ${institutionId}, ${closure.fromOn}, ${closure.toOn}, ${closure.reason}, ${closure.source},
      ${closure.stopsClocks ?? false}, ${now})
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export async function removeClosureRow(
  tx: Transaction,
  institutionId: string,
  id: string,
  now: Date,
): Promise<Closure | null> {
  return one(
    await tx<Closure[]>`
      update platform.institution_closures set removed_at = ${now}
      where id = ${id} and institution_id = ${institutionId} and removed_at is null
      returning id, from_on, to_on, reason, source, stops_clocks`,
  )
}

/** Names that come into force today: the trigger sees only what is written, so each night they are looked up again. */
export async function refreshListedNames(db: Queryable): Promise<number> {
  const rows = await db`
    update platform.institutions as institution
    set listed_name = platform.institution_name(institution.id, 'sq', current_date),
        listed_name_en = platform.institution_name(institution.id, 'en', current_date)
    where institution.id in (
      select institution_id from platform.institution_names
      where valid_from between current_date - 7 and current_date)
    returning institution.id`
  return rows.length
}

export type LastChange = { kind: string; at: Date; by: string | null }

/** What somebody did to a record last: told to who comes too late with a form. */
export async function findLastChange(db: Queryable, subject: string): Promise<LastChange | null> {
  return one(
    await db<LastChange[]>`
      select change.kind, change.at, account.name as by
      from platform.changes as change left join platform.accounts as account on account.id = change.by_account_id
      where change.subject = ${subject} order by change.id desc limit 1`,
  )
}

/** Those an official may see, closed ones too: a few for each of them. */
export function listInstitutionsOf(db: Queryable, lang: Lang, ids: readonly string[]): Promise<InstitutionSummary[]> {
  return db<InstitutionSummary[]>`
    select * from (
      select ${institutionColumns(db, lang)} from platform.institutions as institution
      where institution.id = any(${ids as string[]}::uuid[])
    ) as listed
    order by listed.name collate "sq-x-icu", listed.id limit 500`
}
