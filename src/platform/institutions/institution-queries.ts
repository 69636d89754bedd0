import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { BodyKind } from './body-rules.ts'
import {
  currencyOf,
  isOutside,
  type InstitutionKind,
  type InstitutionSummary,
  type Jurisdiction,
} from './institution-rules.ts'

/**
 * The columns of an InstitutionSummary for a table or alias called `institution`: the name valid today in the language
 * asked for, else in Albanian. For use inside the queries of other rooms.
 */
export const institutionColumns = (db: Queryable, lang: Lang) => db`
  institution.id, institution.slug, institution.jurisdiction, institution.kind, institution.standing, institution.zone,
  institution.currency, institution.accent, institution.emblem, institution.demonstration, institution.closed_on,
  (select name.name from platform.institution_names as name
   where name.institution_id = institution.id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as name`

export async function findInstitution(db: Queryable, lang: Lang, slug: string): Promise<InstitutionSummary | null> {
  return one(
    await db<InstitutionSummary[]>`
      select ${institutionColumns(db, lang)} from platform.institutions as institution where institution.slug = ${slug}`,
  )
}

export async function findInstitutionById(db: Queryable, lang: Lang, id: string): Promise<InstitutionSummary | null> {
  return one(
    await db<InstitutionSummary[]>`
      select ${institutionColumns(db, lang)} from platform.institutions as institution where institution.id = ${id}`,
  )
}

/**
 * The institutions that work in this installation and have not been closed, by name in Albanian order; `ids` null means
 * all. Those that are only listed stand in the directory (`directory-queries.ts`).
 */
export function listInstitutions(
  db: Queryable,
  lang: Lang,
  ids: readonly string[] | null = null,
): Promise<InstitutionSummary[]> {
  return db<InstitutionSummary[]>`
    select * from (
      select ${institutionColumns(db, lang)} from platform.institutions as institution
      where institution.standing = 'member' and institution.closed_on is null ${ids ? db`and institution.id = any(${ids as string[]}::uuid[])` : db``}
    ) as listed
    order by listed.name collate "sq-x-icu", listed.slug`
}

export type RoleAddress = { role: string; email: string; telephone: string | null; postal: string | null }

export function listRoleAddresses(db: Queryable, institutionId: string): Promise<RoleAddress[]> {
  return db<RoleAddress[]>`
    select role, email, telephone, postal from platform.role_addresses where institution_id = ${institutionId} order by role`
}

export type Body = { id: string; kind: BodyKind; name: string }

/** The bodies that have not ended. */
export function listBodies(db: Queryable, institutionId: string): Promise<Body[]> {
  return db<Body[]>`
    select id, kind, name from platform.bodies where institution_id = ${institutionId} and ended_on is null order by kind, name`
}

export type NewInstitution = {
  id?: string
  slug: string
  jurisdiction: Jurisdiction
  kind: InstitutionKind
  zone: string
  accent: string | null
  demonstration: boolean
  names: Partial<Record<'sq' | 'en' | 'sr', string>>
}

/** The id, or null when the slug is taken. */
export async function insertInstitution(db: Queryable, institution: NewInstitution): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      insert into platform.institutions (id, slug, jurisdiction, kind, zone, currency, standing, accent, demonstration)
      values (coalesce(${institution.id ?? null}::uuid, gen_random_uuid()), ${institution.slug}, ${institution.jurisdiction}, ${institution.kind}, ${institution.zone},
              ${currencyOf(institution.jurisdiction)}, ${isOutside(institution.kind) ? 'listed' : 'member'},
              ${institution.accent}, ${institution.demonstration})
      on conflict (slug) do nothing
      returning id`,
  )
  if (!row) return null
  for (const [lang, name] of Object.entries(institution.names)) {
    await db`insert into platform.institution_names (institution_id, lang, name) values (${row.id}, ${lang}, ${name})`
  }
  return row.id
}

export async function setRoleAddress(db: Queryable, institutionId: string, address: RoleAddress): Promise<void> {
  await db`
    insert into platform.role_addresses (institution_id, role, email, telephone, postal)
    values (${institutionId}, ${address.role}, ${address.email}, ${address.telephone}, ${address.postal})
    on conflict (institution_id, role) do update
    set email = excluded.email, telephone = excluded.telephone, postal = excluded.postal`
}

/** Its id, or null where one of that name is there already. */
export async function insertBody(
  db: Queryable,
  institutionId: string,
  kind: BodyKind,
  name: string,
): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      insert into platform.bodies (institution_id, kind, name)
      select ${institutionId}, ${kind}, ${name}
      where not exists (select from platform.bodies where institution_id = ${institutionId} and name = ${name})
      returning id`,
  )
  return row?.id ?? null
}

export async function setEmblem(db: Queryable, institutionId: string, digest: string): Promise<void> {
  await db`update platform.institutions set emblem = ${digest} where id = ${institutionId}`
}

/** Whether some institution has this emblem: nothing else is served by its digest alone. */
export async function isEmblem(db: Queryable, digest: string): Promise<boolean> {
  return (await db`select from platform.institutions where emblem = ${digest} limit 1`).length > 0
}
