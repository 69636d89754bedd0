import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { CommentState, SenderKind } from '../comments/comment-rules.ts'
import { answersOf } from '../questions/answer-queries.ts'
import type { Answer } from '../questions/question-rules.ts'
import type { DeliveryFacts } from './delivery-queries.ts'

export type DeliveryPoint = {
  id: string
  n: number
  code: string | null
  state: CommentState
  lang: Lang
  late: boolean
  version: number
  nodeId: string | null
  articleLabel: string | null
  quote: string | null
  answers: Answer[]
  /** Null: erased. */
  body: string | null
  onBehalf: 'person' | 'organisation' | null
  authorName: string | null
  organisation: string | null
  namePublic: boolean | null
  senderKind: SenderKind | null
  email: string | null
  contactId: string | null
}

/** The comments of a delivery in their order; a table's first hundreds. */
export function listPoints(db: Queryable, deliveryId: string, limit: number): Promise<DeliveryPoint[]> {
  return db<DeliveryPoint[]>`
    select comment.id, comment.delivery_point as n, comment.code, comment.state, comment.lang, comment.late,
           comment.article_label, comment.quote, comment.version, comment.node_id,
           ${answersOf(db, db`comment.id`, db`comment.version`)} as answers, version.body, version.on_behalf, version.author_name,
           version.organisation, version.name_public, comment.sender_kind, contact.email, comment.contact_id
    from consultations.comments as comment
    left join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    left join platform.contacts as contact on contact.id = comment.contact_id
    where comment.delivery_id = ${deliveryId}
    order by comment.delivery_point limit ${limit}`
}

export type HeldPoint = {
  id: string
  n: number
  version: number
  late: boolean
  state: CommentState
  institutionId: string
}

export function holdPoints(tx: Transaction, deliveryId: string): Promise<HeldPoint[]> {
  return tx<HeldPoint[]>`
    select id, delivery_point as n, version, late, state, institution_id from consultations.comments
    where delivery_id = ${deliveryId} order by id for update`
}

export async function setFactsOfComments(
  tx: Transaction,
  deliveryId: string,
  facts: Pick<DeliveryFacts, 'channel' | 'happenedOn' | 'receivedOn'> & {
    late: boolean
    senderKind: SenderKind | null
  },
  at: Date,
): Promise<void> {
  await tx`
    update consultations.comments set
      channel = ${facts.channel}, happened_on = ${facts.happenedOn}, received_on = ${facts.receivedOn},
      late = ${facts.late}, sender_kind = ${facts.senderKind}, changed_at = ${at}
    where delivery_id = ${deliveryId}`
}

export type LateComment = { id: string; institutionId: string; version: number }

/** Those that a later closing day has brought into time, held. */
export function holdInTimeNow(
  tx: Transaction,
  order: { consultationId: string; closesOn: CivilDate; closesAt: Date },
): Promise<LateComment[]> {
  return tx<LateComment[]>`
    select comment.id, comment.institution_id, comment.version from consultations.comments as comment
    left join consultations.deliveries as delivery on delivery.id = comment.delivery_id
    where comment.consultation_id = ${order.consultationId} and comment.late and comment.state <> 'sent'
      and case when comment.channel = 'web' then comment.sent_at < ${order.closesAt}
               when comment.channel = 'post' and not coalesce(delivery.registered_post, false)
                 then comment.received_on <= ${order.closesOn}
               else comment.happened_on <= ${order.closesOn} end
    order by comment.id for update of comment`
}

export async function bringIntoTime(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  await tx`
    update consultations.comments set late = false, changed_at = ${at} where id = any(${ids as string[]}::uuid[])`
}

/** Not confirmed yet: nobody reads it, and it is in time without a word. */
export async function bringUnconfirmedIntoTime(tx: Transaction, consultationId: string, closesAt: Date): Promise<void> {
  await tx`
    update consultations.comments set late = false
    where consultation_id = ${consultationId} and late and state = 'sent' and sent_at < ${closesAt}`
}
