import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { TakedownGround } from '#platform/takedowns/takedown-rules.ts'
import { answersOf } from '../questions/answer-queries.ts'
import type { Answer } from '../questions/question-rules.ts'
import type { RedactionGround } from '../desk/redaction-rules.ts'
import { UNANSWERED, type CommentFilter } from './comment-filter-rules.ts'
import type { Channel, HoldGround, SenderKind } from './comment-rules.ts'

/** A comment as everyone may read it. Words and names are null unless they are published. */
export type PublishedComment = {
  id: string
  code: string
  lang: Lang
  about: 'whole' | 'article' | 'passage'
  nodeId: string | null
  articleLabel: string | null
  quote: string | null
  body: string | null
  /** The article or the passage as its author would write it. */
  suggestion: string | null
  answers: Answer[]
  authorName: string | null
  organisation: string | null
  state: 'published' | 'held' | 'withdrawn' | 'erased' | 'taken-down'
  sentAt: Date
  publishedAt: Date | null
  changedAt: Date
  correctedAt: Date | null
  version: number
  heldGround: HoldGround | null
  heldAt: Date | null
  takenDownGround: TakedownGround | null
  takenDownAt: Date | null
  /** Data of a person in its words were covered, last then and for that reason. */
  coveredAt: Date | null
  coveredGround: RedactionGround | null
  channel: Channel
  senderKind: SenderKind | null
  /** As civil days; null: sent on the site. */
  happenedOn: string | null
  receivedOn: string | null
  late: boolean
  /** Of a joint submission. `withdrawnAt` in JSON. */
  members: PublicMember[]
}

export type PublicMember = {
  n: number
  organisation: string
  role: string | null
  person: string | null
  withdrawnAt: string | null
}

const publicColumns = (db: Queryable) => db`
  comment.id, comment.code, comment.lang, comment.about, comment.node_id, comment.article_label, comment.quote,
  comment.body, comment.author_name, comment.organisation, comment.state, comment.sent_at, comment.published_at,
  comment.changed_at, comment.corrected_at, comment.version, comment.held_ground, comment.held_at,
  (select max(covered.at) from consultations.comment_redactions as covered where covered.comment_id = comment.id) as covered_at,
  (select covered.ground from consultations.comment_redactions as covered where covered.comment_id = comment.id
   order by covered.at desc, covered.id limit 1) as covered_ground,
  comment.taken_down_ground, comment.taken_down_at, comment.suggestion, comment.channel, comment.sender_kind,
  comment.happened_on, comment.received_on, comment.late,
  case when comment.state = 'published' and comment.channel <> 'web' then
    (select coalesce(jsonb_agg(jsonb_build_object('n', member.n, 'organisation', member.organisation, 'role', member.role,
                                                  'person', member.person, 'withdrawnAt', member.withdrawn_at)
                               order by member.n), '[]')
     from consultations.delivery_members as member where member.comment_id = comment.id) else '[]' end as members,
  case when comment.state = 'published' then ${answersOf(db, db`comment.id`, db`comment.version`)} else '[]' end as answers`

export type CommentCursor = { sentAt: Date; id: string }

/** Those that everybody may read, with the article under which each stands in the newest version. */
const standing = (db: Queryable) => db`
  consultations.comments as stands
  join consultations.published_comments as comment on comment.id = stands.id`

/** What a list holds: all, those under one article, on the text as a whole, or under no article any more. */
export type CommentsUnder = { nodeId: string } | 'whole' | 'lost' | 'all'

/** Comments of a consultation, newest first, by key. */
export function listPublishedComments(
  db: Queryable,
  where: {
    consultationId: string
    under: CommentsUnder
    state?: 'published'
    before: CommentCursor | null
    filter?: CommentFilter
    limit: number
  },
): Promise<PublishedComment[]> {
  return db<PublishedComment[]>`
    select ${publicColumns(db)} from ${standing(db)}
    where stands.consultation_id = ${where.consultationId}
      and stands.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
      ${conditionOf(db, where.under)}
      ${where.state ? db`and stands.state = ${where.state}` : db``}
      ${where.filter ? narrowed(db, where.filter) : db``}
      ${where.before ? db`and (stands.sent_at, stands.id) < (${where.before.sentAt}, ${where.before.id})` : db``}
    order by stands.sent_at desc, stands.id desc
    limit ${where.limit}`
}

/** Of what is not published neither its wording nor its words can be asked. */
const narrowed = (db: Queryable, { channel, senderKind, late, proposing, folded, decision }: CommentFilter) => db`
  ${channel ? db`and stands.channel = ${channel}` : db``}
  ${senderKind ? db`and stands.sender_kind = ${senderKind}` : db``}
  ${late ? db`and stands.late` : db``}
  ${proposing ? db`and comment.suggestion is not null` : db``}
  ${decision ? db`and ${answeredBy(db, decision)}` : db``}
  ${folded ? db`and ${unfolded(db)}` : db``}`

/** By what everybody can read alone. */
const answeredBy = (db: Queryable, decision: NonNullable<CommentFilter['decision']>) => db`
  ${decision === UNANSWERED ? db`not` : db``} exists (
    select from consultations.answered_comments as answered
    join consultations.answers as answer on answer.id = answered.answer_id
    join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
    where answered.comment_id = stands.id ${decision === UNANSWERED ? db`` : db`and said.decision = ${decision}`})`

const unfolded = (db: Queryable) => db`
  not exists (
    select from consultations.comment_group_members as member
    join consultations.comment_groups as grouped on grouped.id = member.group_id and grouped.state = 'confirmed'
    where member.comment_id = stands.id and member.state = 'confirmed' and grouped.sample_comment_id <> stands.id)`

function conditionOf(db: Queryable, under: CommentsUnder) {
  if (under === 'all') return db``
  if (under === 'lost') return db`and stands.place_lost`
  if (under === 'whole') return db`and stands.stands_node_id is null and not stands.place_lost`
  return db`and stands.stands_node_id = ${under.nodeId}`
}

/** With the article of the newest version under which it stands. */
export type StandingComment = PublishedComment & { standsNodeId: string }

/** The newest few of each article, for the page that shows the whole text. */
export function listNewestByArticle(
  db: Queryable,
  consultationId: string,
  perArticle: number,
): Promise<StandingComment[]> {
  return db<StandingComment[]>`
    select ${publicColumns(db)}, newest.stands_node_id
    from (
      select stands.id, stands.stands_node_id,
             row_number() over (partition by stands.stands_node_id order by stands.sent_at desc, stands.id desc) as place
      from consultations.comments as stands
      where stands.consultation_id = ${consultationId} and stands.stands_node_id is not null and stands.state = 'published'
    ) as newest
    join consultations.published_comments as comment on comment.id = newest.id
    where newest.place <= ${perArticle}
    order by comment.sent_at desc, comment.id desc`
}

/** `nodeId` null: on the text as a whole, or, where `lost`, under no article any more. */
export type CommentCount = { nodeId: string | null; lost: boolean; count: number }

export function countPublishedByArticle(db: Queryable, consultationId: string): Promise<CommentCount[]> {
  return db<CommentCount[]>`
    select stands_node_id as node_id, place_lost as lost, count(*)::int as count from consultations.comments
    where consultation_id = ${consultationId} and state = 'published'
    group by stands_node_id, place_lost`
}

export async function findPublishedComment(
  db: Queryable,
  consultationId: string,
  code: string,
): Promise<PublishedComment | null> {
  return one(
    await db<PublishedComment[]>`
      select ${publicColumns(db)} from consultations.published_comments as comment
      where comment.consultation_id = ${consultationId} and comment.code = ${code}`,
  )
}

export type PublicVersion = { n: number; body: string; writtenAt: Date }

/** Earlier wordings of a published comment, newest first; never one that a moderator has hidden or never saw. */
export function listEarlierVersions(db: Queryable, commentId: string): Promise<PublicVersion[]> {
  return db<PublicVersion[]>`
    select version.n, version.body, version.written_at
    from consultations.comments as comment
    join consultations.comment_versions as version on version.comment_id = comment.id
    where comment.id = ${commentId} and comment.state = 'published' and version.n < comment.version and not version.hidden
    order by version.n desc`
}
