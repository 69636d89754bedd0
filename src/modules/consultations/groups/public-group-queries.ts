import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** A group as everybody may read it: confirmed, or one that was. */
export type PublicGroup = {
  id: string
  code: string
  title: string
  state: 'proposed' | 'confirmed' | 'dissolved'
  lang: Lang
  articleLabel: string | null
  sample: string | null
  sampleWords: string | null
  number: number
  members: string[]
  publishedAt: Date
  confirmedAt: Date | null
  joinedInto: string | null
}

const publicGroups = (db: Queryable) => db`
  select one.id, one.code, one.title, one.state, one.lang, one.article_label, one.sample, one.number, one.members,
         one.published_at, one.confirmed_at, one.joined_into,
         case when sample.suggestion is null then sample.body else sample.body || E'\n' || sample.suggestion end as sample_words
  from consultations.published_comment_groups as one
  left join consultations.published_comments as sample
    on sample.code = one.sample and sample.consultation_id = one.consultation_id`

/** Largest first. */
export const listPublicGroupsOf = (
  db: Queryable,
  consultationId: string,
  after: { number: number; id: string } | null,
  limit: number,
): Promise<PublicGroup[]> => db<PublicGroup[]>`
  ${publicGroups(db)}
  where one.consultation_id = ${consultationId} and one.state = 'confirmed'
    ${after ? db`and (one.number < ${after.number} or (one.number = ${after.number} and one.id > ${after.id}))` : db``}
  order by one.number desc, one.id
  limit ${limit}`

export const findPublicGroup = async (
  db: Queryable,
  consultationId: string,
  code: string,
): Promise<PublicGroup | null> =>
  (
    await db<PublicGroup[]>`${publicGroups(db)} where one.consultation_id = ${consultationId} and one.code = ${code}`
  )[0] ?? null

export type PublicMember = {
  code: string
  state: string
  words: string | null
  authorName: string | null
  organisation: string | null
}

/** Every one of them, by code: nobody stands behind another. */
export const listPublicMembers = (
  db: Queryable,
  groupId: string,
  after: string | null,
  limit: number,
): Promise<PublicMember[]> => db<PublicMember[]>`
  select comment.code, comment.state, comment.author_name, comment.organisation,
         case when comment.suggestion is null then comment.body else comment.body || E'\n' || comment.suggestion end as words
  from consultations.comment_group_members as member
  join consultations.published_comments as comment on comment.id = member.comment_id
  where member.group_id = ${groupId} and member.state = 'confirmed' and member.shown
    ${after === null ? db`` : db`and comment.code > ${after}`}
  order by comment.code
  limit ${limit}`

export type GroupLine = { commentId: string; code: string; number: number }

/** In which confirmed group each of these comments stands, and how many stand there. */
export const listGroupLines = (db: Queryable, ids: readonly string[]): Promise<GroupLine[]> => db<GroupLine[]>`
  select member.comment_id, grouped.code,
         (select count(*)::int from consultations.comment_group_members as other
          where other.group_id = grouped.id and other.state = 'confirmed' and other.shown) as number
  from consultations.comment_group_members as member
  join consultations.comment_groups as grouped on grouped.id = member.group_id and grouped.state = 'confirmed'
  where member.comment_id = any(${ids as string[]}::uuid[]) and member.state = 'confirmed' and member.shown`

export const countPublicGroups = async (db: Queryable, consultationId: string): Promise<number> =>
  (
    await db<{ count: number }[]>`
      select count(*)::int as count from consultations.comment_groups
      where consultation_id = ${consultationId} and state = 'confirmed'`
  )[0]?.count ?? 0
