import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Timing } from '../consultation-rules.ts'
import { answersOf } from '../questions/answer-queries.ts'
import type { Answer } from '../questions/question-rules.ts'
import type { CommentState, HoldGround } from './comment-rules.ts'

/** A comment as its author sees it, with what decides about changing it. */
export type OwnComment = {
  id: string
  institutionId: string
  consultationId: string
  code: string | null
  state: CommentState
  version: number
  about: 'whole' | 'article' | 'passage'
  nodeId: string | null
  articleLabel: string | null
  quote: string | null
  body: string
  suggestion: string | null
  answers: Answer[]
  onBehalf: 'person' | 'organisation'
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  found: string[]
  sentAt: Date
  confirmedAt: Date | null
  late: boolean
  lang: Lang
  slug: string
  title: string
  zone: string
  consultationState: Timing['state']
  history: boolean
  opensAt: Date | null
  closesAt: Date | null
}

const ownColumns = (db: Queryable, lang: Lang) => db`
  comment.id, comment.institution_id, comment.consultation_id, comment.code, comment.state, comment.version,
  comment.about, comment.node_id, comment.article_label, comment.quote, comment.sent_at, comment.confirmed_at, comment.late,
  comment.lang, version.suggestion, ${answersOf(db, db`comment.id`, db`comment.version`)} as answers, version.body, version.on_behalf, version.author_name, version.organisation, version.name_public,
  version.found, consultation.slug, consultation.state as consultation_state, consultation.history,
  case when consultation.state = 'taken-down'
    then coalesce(consultation.register_number || '/' || consultation.register_year, '–')
    else coalesce((select words from platform.translations where subject = 'consultations.consultation:' || consultation.id
      and field = 'title' and lang = ${lang}), consultation.title) end as title,
  institution.zone,
  consultation.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at`

const ownTables = (db: Queryable) => db`
  consultations.comments as comment
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  join consultations.consultations as consultation on consultation.id = comment.consultation_id
  join platform.institutions as institution on institution.id = comment.institution_id
  left join platform.deadlines as deadline
    on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'`

/** By the private link. With `lock`, nobody else moves the comment until the transaction ends. */
export async function findOwnByToken(
  db: Queryable,
  lang: Lang,
  tokenDigest: Buffer,
  options: { lock?: boolean } = {},
): Promise<OwnComment | null> {
  if (options.lock) await db`select from consultations.comments where token_digest = ${tokenDigest} for update`
  return one(
    await db<OwnComment[]>`
      select ${ownColumns(db, lang)} from ${ownTables(db)}
      where comment.token_digest = ${tokenDigest} and comment.state <> 'erased'`,
  )
}

/** By id, for the person signed in with the address it was sent from. */
export async function findOwnByContact(
  db: Queryable,
  lang: Lang,
  id: string,
  contactId: string,
  options: { lock?: boolean } = {},
): Promise<OwnComment | null> {
  if (options.lock) await db`select from consultations.comments where id = ${id} for update`
  return one(
    await db<OwnComment[]>`
      select ${ownColumns(db, lang)} from ${ownTables(db)}
      where comment.id = ${id} and comment.contact_id = ${contactId} and comment.state <> 'erased'`,
  )
}

/** For the office, which typed it in. Held by whoever asks. */
export async function findOwnById(tx: Queryable, lang: Lang, id: string): Promise<OwnComment | null> {
  return one(
    await tx<OwnComment[]>`
      select ${ownColumns(tx, lang)} from ${ownTables(tx)} where comment.id = ${id} and comment.state <> 'erased'`,
  )
}

export function listOwnComments(db: Queryable, lang: Lang, contactId: string): Promise<OwnComment[]> {
  return db<OwnComment[]>`
    select ${ownColumns(db, lang)} from ${ownTables(db)}
    where comment.contact_id = ${contactId} and comment.state <> 'erased'
    order by comment.sent_at desc, comment.id limit 200`
}

export type CommentEvent = {
  kind: string
  version: number
  at: Date
  ground: HoldGround | null
  note: string | null
  byPost: string | null
}

/** What happened to a comment, in order. Officials appear under their post, never by name to the outside. */
export function listCommentEvents(db: Queryable, commentId: string): Promise<CommentEvent[]> {
  return db<CommentEvent[]>`
    select event.kind, event.version, event.at, event.ground, event.note, account.post as by_post
    from consultations.comment_events as event
    left join platform.accounts as account on account.id = event.by_account_id
    where event.comment_id = ${commentId} order by event.id`
}
