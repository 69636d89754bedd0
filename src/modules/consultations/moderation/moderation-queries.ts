import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import type { CommentState } from '../comments/comment-rules.ts'

/** A comment in the office's list. */
export type OfficeComment = {
  id: string
  institutionId: string
  consultationId: string
  consultationTitle: string
  code: string
  state: CommentState
  version: number
  articleLabel: string | null
  body: string
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  found: string[]
  confirmedAt: Date
  zone: string
  lang: Lang
}

export type OfficeCommentFilter = {
  /** Null: all institutions. */
  institutions: readonly string[] | null
  consultationId: string | null
  state: CommentState | null
  words: string
  before: { confirmedAt: Date; id: string } | null
  limit: number
}

const officeColumns = (db: Queryable) => db`
  comment.id, comment.institution_id, comment.consultation_id, consultation.title as consultation_title, comment.code,
  comment.state, comment.version, comment.article_label, version.body, version.author_name, version.organisation,
  version.name_public, version.found, comment.confirmed_at, institution.zone, comment.lang`

const officeTables = (db: Queryable) => db`
  consultations.comments as comment
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  join consultations.consultations as consultation on consultation.id = comment.consultation_id
  join platform.institutions as institution on institution.id = comment.institution_id`

/** Confirmed comments, newest first, by key. What was never confirmed is nobody's business yet. */
export function listOfficeComments(db: Queryable, filter: OfficeCommentFilter): Promise<OfficeComment[]> {
  return db<OfficeComment[]>`
    select ${officeColumns(db)} from ${officeTables(db)}
    where comment.confirmed_at is not null and comment.state <> 'erased'
      ${filter.institutions ? db`and ${inInstitutions(db, filter.institutions)}` : db``}
      ${filter.consultationId ? db`and comment.consultation_id = ${filter.consultationId}` : db``}
      ${filter.state ? db`and comment.state = ${filter.state}` : db``}
      ${filter.words ? wordsMatch(db, filter.words) : db``}
      ${filter.before ? db`and (comment.confirmed_at, comment.id) < (${filter.before.confirmedAt}, ${filter.before.id})` : db``}
    order by comment.confirmed_at desc, comment.id desc
    limit ${filter.limit}`
}

/** One institution is most officials' case, and then the index gives the order too. */
const inInstitutions = (db: Queryable, ids: readonly string[]) =>
  ids.length === 1
    ? db`comment.institution_id = ${ids[0] ?? ''}`
    : db`comment.institution_id = any(${ids as string[]}::uuid[])`

function wordsMatch(db: Queryable, words: string) {
  const pattern = likePattern(words)
  return db`and (platform.plain(version.body) like ${pattern} or platform.plain(version.author_name) like ${pattern}
    or platform.plain(version.organisation) like ${pattern} or comment.code = ${words.toUpperCase()})`
}

export type OfficeCommentDetail = OfficeComment & {
  slug: string
  about: 'whole' | 'article' | 'passage'
  nodeId: string | null
  quote: string | null
  onBehalf: 'person' | 'organisation'
  sentAt: Date
  /** Whose words they are, for the access log. */
  contactId: string | null
}

export async function findOfficeComment(db: Queryable, id: string): Promise<OfficeCommentDetail | null> {
  return one(
    await db<OfficeCommentDetail[]>`
      select ${officeColumns(db)}, consultation.slug, comment.about, comment.node_id, comment.quote, version.on_behalf,
             comment.sent_at, comment.contact_id
      from ${officeTables(db)} where comment.id = ${id} and comment.confirmed_at is not null and comment.state <> 'erased'`,
  )
}

/** The one that has waited longest, after a given one: the moderator works through the queue. */
export async function findNextWaiting(db: Queryable, institutions: readonly string[] | null): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`
      select comment.id from consultations.comments as comment
      where comment.state = 'waiting'
        ${institutions ? db`and comment.institution_id = any(${institutions as string[]}::uuid[])` : db``}
      order by comment.confirmed_at, comment.id limit 1`,
  )
  return row?.id ?? null
}

export async function countWaiting(db: Queryable, institutions: readonly string[] | null): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from consultations.comments as comment
      where comment.state = 'waiting'
        ${institutions ? db`and comment.institution_id = any(${institutions as string[]}::uuid[])` : db``}`,
  )
  return row?.count ?? 0
}

export type OfficeVersion = { n: number; body: string; found: string[]; hidden: boolean; writtenAt: Date }

export function listVersions(db: Queryable, commentId: string): Promise<OfficeVersion[]> {
  return db<OfficeVersion[]>`
    select n, body, found, hidden, written_at from consultations.comment_versions
    where comment_id = ${commentId} order by n desc`
}

export type ConsultationChoice = { id: string; title: string }

/** For the filter: consultations that have been published, newest first. */
export function listConsultationChoices(
  db: Queryable,
  institutions: readonly string[] | null,
): Promise<ConsultationChoice[]> {
  return db<ConsultationChoice[]>`
    select id, title from consultations.consultations
    where state <> 'draft' and not history
      ${institutions ? db`and institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by published_at desc, id desc limit 100`
}
