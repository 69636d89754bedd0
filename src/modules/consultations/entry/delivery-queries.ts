import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { SenderKind } from '../comments/comment-rules.ts'
import type { HeldConsultation } from '../consultation-queries.ts'
import type { DeliveryKind, EntryChannel, Told } from './entry-rules.ts'

/** What is known of a delivery as a whole: each of its comments has it too. */
export type DeliveryFacts = {
  channel: EntryChannel
  title: string
  happenedOn: CivilDate
  receivedOn: CivilDate
  registeredPost: boolean
  protocolNumber: string | null
  protocolDate: CivilDate | null
  outsideNumber: string | null
  told: Told | null
}

export type NewDelivery = DeliveryFacts & {
  id: string
  institutionId: string
  consultationId: string
  kind: DeliveryKind
  sourceRef: string | null
  groupName: string | null
  thematicGroupId: string | null
  tokenDigest: Buffer | null
  points: number
  enteredAt: Date
  enteredBy: string | null
  formId: string
}

/** False: this very form was entered before. */
export async function insertDelivery(tx: Transaction, delivery: NewDelivery): Promise<boolean> {
  const rows = await tx`
    insert into consultations.deliveries
      (id, institution_id, consultation_id, kind, channel, title, happened_on, received_on, registered_post,
       protocol_number, protocol_date, outside_number, told, source_ref, group_name, thematic_group_id, token_digest,
       points, entered_at, entered_by, form_id)
    values
      (${delivery.id}, ${delivery.institutionId}, ${delivery.consultationId}, ${delivery.kind}, ${delivery.channel},
       ${delivery.title}, ${delivery.happenedOn}, ${delivery.receivedOn}, ${delivery.registeredPost},
       ${delivery.protocolNumber}, ${delivery.protocolDate}, ${delivery.outsideNumber}, ${delivery.told},
       ${delivery.sourceRef}, ${delivery.groupName}, ${delivery.thematicGroupId}, ${delivery.tokenDigest},
       ${delivery.points}, ${delivery.enteredAt}, ${delivery.enteredBy}, ${delivery.formId})
    on conflict (form_id) do nothing
    returning 1`
  return rows.length > 0
}

/** A consultation into which comments are entered: for the length of the deed nobody cancels it. */
export async function holdForEntry(tx: Transaction, lang: Lang, id: string): Promise<HeldConsultation | null> {
  return one(
    await tx<HeldConsultation[]>`
      select c.id, c.institution_id, c.slug, institution.zone,
             coalesce((select words from platform.translations where subject = 'consultations.consultation:' || c.id
                       and field = 'title' and lang = ${lang}), c.title) as title, c.state, c.history,
             c.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at,
             (select version.id from platform.text_versions as version
              where version.text_id = c.text_id and version.state = 'published'
              order by version.n desc limit 1) as text_version_id
      from consultations.consultations as c
      join platform.institutions as institution on institution.id = c.institution_id
      left join platform.deadlines as deadline
        on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'
      where c.id = ${id} and c.slug is not null and c.state <> 'draft' and c.state <> 'taken-down'
      for share of c`,
  )
}

export type FormBefore = { id: string; consultationId: string }

export async function findByForm(db: Queryable, formId: string): Promise<FormBefore | null> {
  return one(await db<FormBefore[]>`select id, consultation_id from consultations.deliveries where form_id = ${formId}`)
}

export type SameProtocol = { id: string; consultationId: string; title: string }

/** Another paper that bears this number of the protocol in this year. */
export async function findSameProtocol(
  db: Queryable,
  wanted: { institutionId: string; number: string; year: string; except: string | null },
): Promise<SameProtocol | null> {
  return one(
    await db<SameProtocol[]>`
      select id, consultation_id, title from consultations.deliveries
      where institution_id = ${wanted.institutionId} and protocol_number = ${wanted.number}
        and to_char(coalesce(protocol_date, received_on), 'YYYY') = ${wanted.year}
        and id is distinct from ${wanted.except}::uuid
      order by entered_at desc limit 1`,
  )
}

export type Delivery = DeliveryFacts & {
  id: string
  institutionId: string
  consultationId: string
  kind: DeliveryKind
  sourceRef: string | null
  groupName: string | null
  thematicGroupId: string | null
  tokenDigest: Buffer | null
  points: number
  version: number
  enteredAt: Date
  enteredByName: string | null
  zone: string
  /** How many of its comments came after the window had closed. */
  late: number
}

const columns = (db: Queryable) => db`
  delivery.id, delivery.institution_id, delivery.consultation_id, delivery.kind, delivery.channel, delivery.title,
  delivery.happened_on, delivery.received_on, delivery.registered_post, delivery.protocol_number, delivery.protocol_date,
  delivery.outside_number, delivery.told, delivery.source_ref, delivery.group_name, delivery.thematic_group_id,
  delivery.token_digest, delivery.points, delivery.version, delivery.entered_at, account.name as entered_by_name,
  institution.zone,
  (select count(*)::int from consultations.comments as comment
   where comment.delivery_id = delivery.id and comment.late) as late`

const tables = (db: Queryable) => db`
  consultations.deliveries as delivery
  join platform.institutions as institution on institution.id = delivery.institution_id
  left join platform.accounts as account on account.id = delivery.entered_by`

export async function findDelivery(db: Queryable, id: string): Promise<Delivery | null> {
  return one(await db<Delivery[]>`select ${columns(db)} from ${tables(db)} where delivery.id = ${id}`)
}

export async function findDeliveryByToken(db: Queryable, digest: Buffer): Promise<Delivery | null> {
  return one(await db<Delivery[]>`select ${columns(db)} from ${tables(db)} where delivery.token_digest = ${digest}`)
}

/** Locked: its facts are corrected by one official after the other. */
export async function holdDelivery(tx: Transaction, id: string): Promise<Delivery | null> {
  await tx`select from consultations.deliveries where id = ${id} for update`
  return findDelivery(tx, id)
}

export type DeliveryFilter = {
  consultationId: string
  channel: EntryChannel | null
  kind: DeliveryKind | null
  late: boolean
  /** A pattern of `like`, or empty. */
  words: string
  before: { at: Date; id: string } | null
  limit: number
}

export function listDeliveries(db: Queryable, filter: DeliveryFilter): Promise<Delivery[]> {
  return db<Delivery[]>`
    select ${columns(db)} from ${tables(db)}
    where delivery.consultation_id = ${filter.consultationId}
      ${filter.channel ? db`and delivery.channel = ${filter.channel}` : db``}
      ${filter.kind ? db`and delivery.kind = ${filter.kind}` : db``}
      ${
        filter.late
          ? db`and exists (select from consultations.comments as comment where comment.delivery_id = delivery.id and comment.late)`
          : db``
      }
      ${
        filter.words
          ? db`and (platform.plain(delivery.title) like ${filter.words}
                    or platform.plain(coalesce(delivery.protocol_number, '')) like ${filter.words}
                    or platform.plain(coalesce(delivery.outside_number, '')) like ${filter.words})`
          : db``
      }
      ${filter.before ? db`and (delivery.entered_at, delivery.id) < (${filter.before.at}, ${filter.before.id})` : db``}
    order by delivery.entered_at desc, delivery.id desc
    limit ${filter.limit}`
}

/** The facts of a delivery as they were put right; its comments follow by `setFactsOfComments`. */
export async function updateDelivery(tx: Transaction, id: string, facts: DeliveryFacts, at: Date): Promise<void> {
  await tx`
    update consultations.deliveries set
      channel = ${facts.channel}, title = ${facts.title}, happened_on = ${facts.happenedOn},
      received_on = ${facts.receivedOn}, registered_post = ${facts.registeredPost},
      protocol_number = ${facts.protocolNumber}, protocol_date = ${facts.protocolDate},
      outside_number = ${facts.outsideNumber}, told = ${facts.told}, changed_at = ${at}, version = version + 1
    where id = ${id}`
}

export async function setDeliveryToken(tx: Transaction, id: string, tokenDigest: Buffer): Promise<void> {
  await tx`update consultations.deliveries set token_digest = ${tokenDigest} where id = ${id}`
}

export type ChannelCount = { channel: EntryChannel | 'web'; senderKind: SenderKind | null; late: number; count: number }

/** What stands in public, by the way it came and by who speaks. */
export function countByChannel(db: Queryable, consultationId: string): Promise<ChannelCount[]> {
  return db<ChannelCount[]>`
    select channel, sender_kind, count(*) filter (where late)::int as late, count(*)::int as count
    from consultations.comments
    where consultation_id = ${consultationId} and state = 'published'
    group by channel, sender_kind order by channel, sender_kind`
}

export type DeliverySubject = { id: string; institutionId: string; title: string; consultationId: string }

export function listDeliverySubjects(db: Queryable, ids: readonly string[]): Promise<DeliverySubject[]> {
  return db<DeliverySubject[]>`
    select id, institution_id, title, consultation_id from consultations.deliveries where id = any(${ids as string[]}::uuid[])`
}

export type EmptyDelivery = {
  id: string
  institutionId: string
  kind: DeliveryKind
  channel: EntryChannel
  happenedOn: CivilDate
}

/** The delivery of a comment that was erased, when no comment of it is left. */
export async function findEmptyDelivery(tx: Transaction, commentId: string): Promise<EmptyDelivery | null> {
  return one(
    await tx<EmptyDelivery[]>`
      select delivery.id, delivery.institution_id, delivery.kind, delivery.channel, delivery.happened_on
      from consultations.comments as comment
      join consultations.deliveries as delivery on delivery.id = comment.delivery_id
      where comment.id = ${commentId} and delivery.kind <> 'table' and not exists (
        select from consultations.comments as other where other.delivery_id = delivery.id and other.state <> 'erased')`,
  )
}

/** What the office called it, its number of the protocol and its link go with the last of its comments. */
export async function blankDelivery(tx: Transaction, id: string, title: string): Promise<void> {
  await tx`
    update consultations.deliveries set title = ${title}, protocol_number = null, protocol_date = null,
      outside_number = null, source_ref = null, token_digest = null
    where id = ${id}`
}

export type EntryPlace = { id: string; title: string; deliveries: number }

/** Where words can be entered: what is open, and what has closed since `from`, because letters come late. */
export const listEntryPlaces = (
  db: Queryable,
  institutions: readonly string[] | null,
  from: Date,
  now: Date,
): Promise<EntryPlace[]> =>
  db<EntryPlace[]>`
    select c.id, c.title,
           (select count(*)::int from consultations.deliveries as delivery
            where delivery.consultation_id = c.id) as deliveries
    from consultations.consultations as c
    join platform.institutions as institution on institution.id = c.institution_id
    join platform.deadlines as deadline
      on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'
    where c.state = 'published' and not c.history and deadline.due_at > ${from}
      and c.opens_on::timestamp at time zone institution.zone <= ${now}
      ${institutions ? db`and ${amongIds(db, 'c.institution_id', institutions)}` : db``}
    order by deadline.due_at desc, c.id
    limit 12`
