import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { BodyKind, MemberRole } from './body-rules.ts'

/** What is written of a body: its names, and the order that set it up. */
export type BodyFacts = {
  kind: BodyKind
  name: string
  nameEn: string | null
  nameSr: string | null
  parentId: string | null
  foundedOn: string | null
  orderIssuer: string | null
  orderNumber: string | null
  orderDate: string | null
  orderSubject: string | null
}

export type BodyRecord = BodyFacts & {
  id: string
  institutionId: string
  endedOn: string | null
  endedReason: string | null
  version: number
  /** The name in the language asked for, else in Albanian. */
  shownName: string
}

const columns = (db: Queryable, lang: Lang) => db`
  body.id, body.institution_id, body.kind, body.name, body.name_en, body.name_sr, body.parent_id, body.founded_on,
  body.order_issuer, body.order_number, body.order_date, body.order_subject, body.ended_on, body.ended_reason,
  body.version, case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as shown_name`

export async function findBody(db: Queryable, lang: Lang, id: string): Promise<BodyRecord | null> {
  return one(await db<BodyRecord[]>`select ${columns(db, lang)} from platform.bodies as body where body.id = ${id}`)
}

export async function holdBody(tx: Transaction, id: string): Promise<BodyRecord | null> {
  await tx`select from platform.bodies where id = ${id} for update`
  return findBody(tx, 'sq', id)
}

export type ListedBody = BodyRecord & { members: number; chair: string | null }

/** All bodies of an institution, those that are first; with how many sit in each today, and who chairs it. */
export function listBodyRecords(
  db: Queryable,
  lang: Lang,
  institutionId: string,
  today: string,
): Promise<ListedBody[]> {
  return db<ListedBody[]>`
    select ${columns(db, lang)},
           (select count(*)::int from platform.body_members as member
            where member.body_id = body.id and (member.to_on is null or member.to_on >= ${today})) as members,
           (select coalesce(person.name, member.organisation, platform.institution_name(member.organisation_id, ${lang}, ${today}))
            from platform.body_members as member left join platform.persons as person on person.id = member.person_id
            where member.body_id = body.id and member.role = 'chair' and (member.to_on is null or member.to_on >= ${today})
            order by member.from_on desc nulls last limit 1) as chair
    from platform.bodies as body where body.institution_id = ${institutionId}
    order by (body.ended_on is not null), body.kind, body.name limit 1000`
}

/** False: it is there already. */
export async function insertBodyRecord(
  tx: Transaction,
  institutionId: string,
  id: string,
  facts: BodyFacts,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    insert into platform.bodies
      (id, institution_id, kind, name, name_en, name_sr, parent_id, founded_on, order_issuer, order_number, order_date,
       order_subject, changed_at)
    values (${id}, ${institutionId}, ${facts.kind}, ${facts.name}, ${facts.nameEn}, ${facts.nameSr}, ${facts.parentId},
            ${facts.foundedOn}, ${facts.orderIssuer}, ${facts.orderNumber}, ${facts.orderDate}, ${facts.orderSubject}, ${now})
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export async function updateBodyFacts(tx: Transaction, id: string, facts: BodyFacts, now: Date): Promise<void> {
  await tx`
    update platform.bodies set
      kind = ${facts.kind}, name = ${facts.name}, name_en = ${facts.nameEn}, name_sr = ${facts.nameSr},
      parent_id = ${facts.parentId}, founded_on = ${facts.foundedOn}, order_issuer = ${facts.orderIssuer},
      order_number = ${facts.orderNumber}, order_date = ${facts.orderDate}, order_subject = ${facts.orderSubject},
      version = version + 1, changed_at = ${now}
    where id = ${id}`
}

/** The name it had until today, before it gets another. */
export async function keepFormerName(tx: Transaction, body: BodyRecord, validTo: string, now: Date): Promise<void> {
  await tx`
    insert into platform.body_names (institution_id, body_id, valid_to, name, name_en, name_sr, changed_at)
    values (${body.institutionId}, ${body.id}, ${validTo}, ${body.name}, ${body.nameEn}, ${body.nameSr}, ${now})`
}

export function listFormerNames(db: Queryable, bodyId: string): Promise<{ name: string; validTo: string }[]> {
  return db<{ name: string; validTo: string }[]>`
    select name, valid_to from platform.body_names where body_id = ${bodyId} order by changed_at desc limit 100`
}

export async function endBodyRow(tx: Transaction, id: string, on: string, reason: string, now: Date): Promise<void> {
  await tx`
    update platform.bodies set ended_on = ${on}, ended_reason = ${reason}, version = version + 1, changed_at = ${now}
    where id = ${id}`
}

export type Member = {
  id: string
  bodyId: string
  personId: string | null
  /** As in the order; null where a seat is an institution's and no name is known. */
  name: string | null
  organisationId: string | null
  organisationSlug: string | null
  /** The name of the institution or organisation they stand for, or the words of the order. */
  organisation: string | null
  post: string | null
  role: MemberRole
  fromOn: string | null
  toOn: string | null
  endReason: string | null
  version: number
}

const memberColumns = (db: Queryable, lang: Lang) => db`
  member.id, member.body_id, member.person_id, person.name, member.organisation_id, organisation.slug as organisation_slug,
  coalesce(member.organisation, case when ${lang}::text = 'en' then organisation.listed_name_en
           else organisation.listed_name end) as organisation,
  member.post, member.role, member.from_on, member.to_on, member.end_reason, member.version`

const memberTables = (db: Queryable) => db`
  platform.body_members as member
  left join platform.persons as person on person.id = member.person_id
  left join platform.institutions as organisation on organisation.id = member.organisation_id`

/** In the order in which a list of members is read: the chair first. */
export function listMembers(db: Queryable, lang: Lang, bodyIds: readonly string[]): Promise<Member[]> {
  return db<Member[]>`
    select ${memberColumns(db, lang)} from ${memberTables(db)}
    where member.body_id = any(${bodyIds as string[]}::uuid[])
    order by array_position(array['chair', 'deputy', 'secretary', 'member', 'expert'], member.role),
             person.name collate "sq-x-icu" nulls last, member.id`
}

export async function findMember(db: Queryable, lang: Lang, id: string): Promise<Member | null> {
  return one(await db<Member[]>`select ${memberColumns(db, lang)} from ${memberTables(db)} where member.id = ${id}`)
}

export type MemberFacts = {
  personId: string | null
  organisationId: string | null
  organisation: string | null
  post: string | null
  role: MemberRole
  fromOn: string | null
  toOn: string | null
}

/** False: it is there already. */
export async function insertMember(
  tx: Transaction,
  body: { institutionId: string; id: string },
  id: string,
  facts: MemberFacts,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    insert into platform.body_members
      (id, institution_id, body_id, person_id, organisation_id, organisation, post, role, from_on, to_on, created_at)
    values (${id}, ${body.institutionId}, ${body.id}, ${facts.personId}, ${facts.organisationId}, ${facts.organisation},
            ${facts.post}, ${facts.role}, ${facts.fromOn}, ${facts.toOn}, ${now})
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export async function endMember(tx: Transaction, id: string, on: string, reason: string | null): Promise<void> {
  await tx`update platform.body_members set to_on = ${on}, end_reason = ${reason}, version = version + 1 where id = ${id}`
}

export type Person = { id: string; name: string }

/** People whom the record of this institution knows: to seat the same person in a second body. */
export function listPersons(db: Queryable, institutionId: string): Promise<Person[]> {
  return db<Person[]>`
    select id, name from platform.persons where institution_id = ${institutionId}
    order by name collate "sq-x-icu", id limit 500`
}

export async function findPerson(db: Queryable, institutionId: string, id: string): Promise<Person | null> {
  return one(
    await db<Person[]>`select id, name from platform.persons where institution_id = ${institutionId} and id = ${id}`,
  )
}

export async function insertPerson(tx: Transaction, institutionId: string, name: string, now: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.persons (institution_id, name, created_at) values (${institutionId}, ${name}, ${now}) returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

export type SubjectRow = {
  kind: 'institution' | 'body'
  id: string
  institutionId: string
  institutionSlug: string
  title: string
}

/** Institutions and bodies behind references. */
export function findInstitutionSubjects(db: Queryable, lang: Lang, ids: readonly string[]): Promise<SubjectRow[]> {
  return db<SubjectRow[]>`
    select 'institution' as kind, id, id as institution_id, slug as institution_slug,
           case when ${lang}::text = 'en' then listed_name_en else listed_name end as title
    from platform.institutions where id = any(${ids as string[]}::uuid[])
    union all
    select 'body', body.id, body.institution_id, institution.slug,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end
    from platform.bodies as body join platform.institutions as institution on institution.id = body.institution_id
    where body.id = any(${ids as string[]}::uuid[])`
}
