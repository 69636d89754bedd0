import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Channel, CommentState, SenderKind } from '../comments/comment-rules.ts'
import { answersOf } from '../questions/answer-queries.ts'
import type { Answer } from '../questions/question-rules.ts'

/** A comment as the office knows it. */
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

const officeColumns = (db: Queryable) => db`
  comment.id, comment.institution_id, comment.consultation_id, consultation.title as consultation_title, comment.code,
  comment.state, comment.version, comment.article_label, version.body, version.author_name, version.organisation,
  version.name_public, version.found, comment.confirmed_at, institution.zone, comment.lang`

const officeTables = (db: Queryable) => db`
  consultations.comments as comment
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  join consultations.consultations as consultation on consultation.id = comment.consultation_id
  join platform.institutions as institution on institution.id = comment.institution_id`

export type OfficeCommentDetail = OfficeComment & {
  slug: string
  about: 'whole' | 'article' | 'passage'
  nodeId: string | null
  quote: string | null
  onBehalf: 'person' | 'organisation'
  sentAt: Date
  /** Whose words they are, for the access log. */
  contactId: string | null
  suggestion: string | null
  answers: Answer[]
  channel: Channel
  senderKind: SenderKind | null
  happenedOn: string | null
  receivedOn: string | null
  late: boolean
  deliveryId: string | null
  deliveryPoint: number | null
  protocolNumber: string | null
  enteredBy: string | null
  assigneeId: string | null
  assignee: string | null
}

export async function findOfficeComment(db: Queryable, id: string): Promise<OfficeCommentDetail | null> {
  return one(
    await db<OfficeCommentDetail[]>`
      select ${officeColumns(db)}, consultation.slug, comment.about, comment.node_id, comment.quote, version.on_behalf,
             comment.sent_at, comment.contact_id, version.suggestion,
             ${answersOf(db, db`comment.id`, db`comment.version`)} as answers,
             comment.channel, comment.sender_kind, comment.happened_on, comment.received_on, comment.late,
             comment.delivery_id, comment.delivery_point, delivery.protocol_number, clerk.name as entered_by,
             comment.assignee_id, assignee.name as assignee
      from ${officeTables(db)}
      left join consultations.deliveries as delivery on delivery.id = comment.delivery_id
      left join platform.accounts as clerk on clerk.id = comment.entered_by
      left join platform.accounts as assignee on assignee.id = comment.assignee_id
      where comment.id = ${id} and comment.confirmed_at is not null and comment.state <> 'erased'`,
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

export type OtherComment = { id: string; code: string; state: CommentState; confirmedAt: Date }

/** What the same person has sent to the same consultation besides. */
export const listOthersOf = (
  db: Queryable,
  comment: { id: string; consultationId: string; contactId: string | null },
): Promise<OtherComment[]> => db<OtherComment[]>`
  select id, code, state, confirmed_at from consultations.comments
  where contact_id = ${comment.contactId} and consultation_id = ${comment.consultationId} and id <> ${comment.id}
    and confirmed_at is not null and state <> 'erased'
  order by confirmed_at desc, id desc limit 50`
