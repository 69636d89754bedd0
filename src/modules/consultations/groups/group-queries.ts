import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { DeedKind, GroupState } from './group-rules.ts'

/** A group as the office sees it. */
export type OfficeGroup = {
  id: string
  institutionId: string
  consultationId: string
  consultationTitle: string
  slug: string | null
  zone: string
  code: string
  state: GroupState
  title: string | null
  articleLabel: string | null
  lang: Lang
  version: number
  madeAt: Date
  confirmedAt: Date | null
  confirmedCount: number
  proposedCount: number
  doubtCount: number
  sampleId: string | null
  sampleCode: string | null
  sampleWords: string | null
  note: string | null
}

const officeGroups = (db: Queryable) => db`
  select grouped.id, grouped.institution_id, grouped.consultation_id, consultation.title as consultation_title, consultation.slug,
         institution.zone, grouped.code, grouped.state, grouped.title, grouped.article_label, grouped.lang, grouped.version,
         grouped.made_at, grouped.confirmed_at, grouped.confirmed_count, grouped.proposed_count, grouped.doubt_count,
         sample.id as sample_id, sample.code as sample_code, grouped.note,
         case when version.suggestion is null then version.body else version.body || E'\n' || version.suggestion end as sample_words
  from consultations.comment_groups as grouped
  join consultations.consultations as consultation on consultation.id = grouped.consultation_id
  join platform.institutions as institution on institution.id = grouped.institution_id
  left join consultations.comments as sample on sample.id = grouped.sample_comment_id
  left join consultations.comment_versions as version on version.comment_id = sample.id and version.n = sample.version`

export type GroupCursor = { size: number; id: string }

/** Largest first. Of one consultation, by key. */
export const listOfficeGroups = (
  db: Queryable,
  where: { consultationId: string; state: 'proposed' | 'confirmed' | null; after: GroupCursor | null; limit: number },
): Promise<OfficeGroup[]> => db<OfficeGroup[]>`
  ${officeGroups(db)}
  where grouped.consultation_id = ${where.consultationId} and grouped.state <> 'dissolved'
    ${where.state ? db`and grouped.state = ${where.state}` : db``}
    ${
      where.after
        ? db`and (grouped.confirmed_count + grouped.proposed_count < ${where.after.size}
               or (grouped.confirmed_count + grouped.proposed_count = ${where.after.size} and grouped.id > ${where.after.id}))`
        : db``
    }
  order by (grouped.confirmed_count + grouped.proposed_count) desc, grouped.id
  limit ${where.limit}`

export const findOfficeGroup = async (db: Queryable, id: string): Promise<OfficeGroup | null> =>
  (await db<OfficeGroup[]>`${officeGroups(db)} where grouped.id = ${id}`)[0] ?? null

export type GroupOfComment = { id: string; code: string; title: string | null; state: GroupState; size: number }

/** Where a comment stands, proposed or confirmed. */
export const findStandingGroup = async (db: Queryable, commentId: string): Promise<GroupOfComment | null> =>
  (
    await db<GroupOfComment[]>`
      select grouped.id, grouped.code, grouped.title, grouped.state,
             grouped.confirmed_count + grouped.proposed_count as size
      from consultations.comment_group_members as member
      join consultations.comment_groups as grouped on grouped.id = member.group_id
      where member.comment_id = ${commentId} and member.state in ('proposed', 'confirmed')`
  )[0] ?? null

/** Those who said the same to the letter, in one row. `id` stands for all of them. */
export type Variant = {
  id: string
  count: number
  words: string
  codes: string[]
  proposed: number
  doubts: number
  others: number
}

export const listVariants = (
  db: Queryable,
  groupId: string,
  after: { count: number; id: string } | null,
  limit: number,
): Promise<Variant[]> => db<Variant[]>`
  with variants as (
    select (array_agg(comment.id order by comment.id))[1] as id, count(*)::int as count,
           case when version.suggestion is null then version.body else version.body || E'\n' || version.suggestion end as words,
           (array_agg(comment.code order by comment.code))[1:6] as codes,
           count(*) filter (where member.state = 'proposed')::int as proposed,
           count(*) filter (where member.doubt)::int as doubts,
           count(*) filter (where comment.state <> 'published')::int as others
    from consultations.comment_group_members as member
    join consultations.comments as comment on comment.id = member.comment_id
    join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    where member.group_id = ${groupId} and member.state in ('proposed', 'confirmed')
    group by version.body, version.suggestion)
  select id, count, words, codes, proposed, doubts, others from variants
  ${after ? db`where count < ${after.count} or (count = ${after.count} and id > ${after.id})` : db``}
  order by count desc, id
  limit ${limit}`

/** Everybody who said what one of these says, to the letter: what was ticked. */
export const expandVariants = (db: Queryable, groupId: string, ids: readonly string[]): Promise<{ id: string }[]> => db<
  { id: string }[]
>`
  select member.comment_id as id
  from consultations.comment_group_members as member
  join consultations.comments as comment on comment.id = member.comment_id
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  join (
    select distinct ticked.body, ticked.suggestion
    from consultations.comments as one
    join consultations.comment_versions as ticked on ticked.comment_id = one.id and ticked.n = one.version
    join consultations.comment_group_members as stands on stands.comment_id = one.id and stands.group_id = ${groupId}
      and stands.state in ('proposed', 'confirmed')
    where one.id = any(${ids as string[]}::uuid[])) as said
    on said.body = version.body and said.suggestion is not distinct from version.suggestion
  where member.group_id = ${groupId} and member.state in ('proposed', 'confirmed')
  order by member.comment_id`

export type LastDeed = { id: string; kind: DeedKind; at: Date; by: string | null }

export const findDeedToUndo = async (db: Queryable, consultationId: string): Promise<LastDeed | null> =>
  (
    await db<LastDeed[]>`
      select deed.id, deed.kind, deed.at, account.name as by from consultations.comment_group_deeds as deed
      left join platform.accounts as account on account.id = deed.by_account_id
      where deed.consultation_id = ${consultationId} and deed.undone_at is null order by deed.id desc limit 1`
  )[0] ?? null

/** Of a consultation, for the heads of these pages. */
export type GroupedConsultation = { id: string; institutionId: string; title: string; zone: string }

export const findGroupedConsultation = async (db: Queryable, id: string): Promise<GroupedConsultation | null> =>
  (
    await db<GroupedConsultation[]>`
      select consultation.id, consultation.institution_id, consultation.title, institution.zone
      from consultations.consultations as consultation
      join platform.institutions as institution on institution.id = consultation.institution_id
      where consultation.id = ${id}`
  )[0] ?? null

export type GroupSubject = {
  id: string
  institutionId: string
  consultationId: string
  code: string
  slug: string | null
  isPublic: boolean
}

export const listGroupSubjects = (db: Queryable, ids: readonly string[]): Promise<GroupSubject[]> => db<GroupSubject[]>`
  select grouped.id, grouped.institution_id, grouped.consultation_id, grouped.code, consultation.slug,
         grouped.published_at is not null and consultation.state in ('published', 'cancelled') as is_public
  from consultations.comment_groups as grouped
  join consultations.consultations as consultation on consultation.id = grouped.consultation_id
  where grouped.id = any(${ids as string[]}::uuid[])`
