import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Due, TellingChannel } from './telling-rules.ts'

/** Sets apart the numbers of our advisory locks for telling. The number itself means nothing. */
const TELLING_LOCKS = 61_124_200

/** Until the transaction ends nobody else tells anything of this consultation. */
export async function holdTelling(tx: Transaction, consultationId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(${TELLING_LOCKS}::int, hashtext(${consultationId}::text))`
}

export async function findConsultationOfAnswer(db: Queryable, answerId: string): Promise<string | null> {
  const rows = await db<{ id: string }[]>`
    select consultation_id as id from consultations.answers where id = ${answerId}`
  return one(rows)?.id ?? null
}

/** Whose answers are linked with places of this version of a text. */
export async function listConsultationsOfVersion(db: Queryable, versionId: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct answer.consultation_id as id
    from consultations.answer_changes as change join consultations.answers as answer on answer.id = change.answer_id
    where change.version_id = ${versionId}`
  return rows.map(({ id }) => id)
}

/** Where something was answered, linked or concluded since then: looked through for what was left. */
export async function listConsultationsToLookAt(db: Queryable, since: Date): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct id from (
      select answer.consultation_id as id from consultations.answer_versions as said
      join consultations.answers as answer on answer.id = said.answer_id where said.published_at >= ${since}
      union all
      select answer.consultation_id from consultations.answer_changes as change
      join consultations.answers as answer on answer.id = change.answer_id where change.at >= ${since}
      union all
      select id from consultations.consultations where concluded_at >= ${since}) as looked order by id`
  return rows.map(({ id }) => id)
}

/** Everybody who was answered, and whether they heard of this answer before. Of a joint submission without an address its members. */
const heardRows = (db: Queryable, consultationId: string) => db`
  with person as materialized (
    select outcome.comment_id, null::uuid as member_id, outcome.answer_id, outcome.answer_version as version,
           comment.contact_id, comment.delivery_id, comment.lang, coalesce(delivery.kind, 'none') as delivery_kind
    from consultations.comment_outcomes as outcome
    join consultations.comments as comment on comment.id = outcome.comment_id
    left join consultations.deliveries as delivery on delivery.id = comment.delivery_id
    where outcome.consultation_id = ${consultationId} and outcome.answer_version > 0
      and outcome.answer_state <> 'taken-down'
      -- Of what was taken down nobody hears until it stands again.
      and exists (select from consultations.consultations as matter
                  where matter.id = outcome.consultation_id and matter.state <> 'taken-down')
  ), people as (
    select person.*, case when contact_id is not null then 'mail'
                          when delivery_kind in ('single', 'split', 'joint') then 'print' else 'page' end as channel
    from person
    where contact_id is not null or delivery_kind <> 'joint' or not exists (
      select from consultations.delivery_members as member
      where member.comment_id = person.comment_id and member.withdrawn_at is null)
    union all
    select person.comment_id, member.id, person.answer_id, person.version, member.contact_id, person.delivery_id, person.lang,
           person.delivery_kind, case when member.contact_id is null then 'print' else 'mail' end
    from person join consultations.delivery_members as member on member.comment_id = person.comment_id
    where member.withdrawn_at is null and (member.contact_id is null or member.contact_id is distinct from person.contact_id)
  ), heard as (
    select people.*, exists (
      select from consultations.answers_told as told
      where told.comment_id = people.comment_id and told.member_id is not distinct from people.member_id
        and told.answer_id = people.answer_id) as before
    from people
  )`

/**
 * Who is to hear what, and has not heard it. A letter with many points waits for the answer to its last one, at the longest
 * until the consultation is concluded.
 */
const dueRows = (db: Queryable, consultationId: string) => db`
  ${heardRows(db, consultationId)}, due as (
    select heard.*, case when before then 'correction' else 'answer' end as what, null::uuid as text_version_id
    from heard
    where not exists (
        select from consultations.answers_told as told
        where told.comment_id = heard.comment_id and told.member_id is not distinct from heard.member_id
          and told.answer_id = heard.answer_id and told.version >= heard.version)
      and (before or delivery_kind <> 'split' or not exists (
        select from consultations.comments as point
        join consultations.comment_outcomes as outcome on outcome.comment_id = point.id
        join consultations.consultations as consultation on consultation.id = point.consultation_id
        where point.delivery_id = heard.delivery_id and outcome.answer_version = 0 and consultation.concluded_at is null))
    union all
    select heard.*, 'effect', changed.version_id
    from heard join lateral (
      select distinct change.version_id from consultations.answer_changes as change
      join platform.text_versions as version on version.id = change.version_id and version.published_at is not null
      join consultations.answer_versions as said
        on said.answer_id = heard.answer_id and said.n = heard.version and said.decision in ('accepted', 'partly-accepted')
      where change.answer_id = heard.answer_id) as changed on true
    where before and not exists (
      select from consultations.answers_told as told
      where told.comment_id = heard.comment_id and told.member_id is not distinct from heard.member_id
        and told.answer_id = heard.answer_id and told.text_version_id = changed.version_id)
  ), named as (
    select due.*, case channel when 'mail' then 'contact:' || contact_id
                               when 'print' then coalesce('member:' || member_id, 'delivery:' || delivery_id)
                               else 'comment:' || comment_id end as recipient
    from due
  )`

/** What so many recipients are to hear, all of it together. */
export function listDue(tx: Transaction, consultationId: string, limit: number): Promise<Due[]> {
  return tx<Due[]>`
    ${dueRows(tx, consultationId)}
    select named.recipient, named.channel, named.lang, named.comment_id, named.member_id, named.contact_id,
           named.delivery_id, contact.email, named.answer_id, named.version, named.what, named.text_version_id
    from (select distinct recipient, lang from named order by recipient, lang limit ${limit}) as batch
    join named using (recipient, lang)
    left join platform.contacts as contact on contact.id = named.contact_id and named.channel = 'mail'
    order by named.recipient, named.lang, named.comment_id, named.what`
}

export type OpenPrint = { id: string; recipient: string; lang: Lang }

/** Letters on paper that nobody has printed yet: what is new goes with them. */
export function listOpenPrints(tx: Transaction, consultationId: string): Promise<OpenPrint[]> {
  return tx<OpenPrint[]>`
    select id, coalesce('member:' || member_id, 'delivery:' || delivery_id) as recipient, lang
    from consultations.answer_letters
    where consultation_id = ${consultationId} and channel = 'print' and made_at is null for update`
}

export type NewLetter = {
  id: string
  institutionId: string
  consultationId: string
  channel: Exclude<TellingChannel, 'page'>
  lang: Lang
  contactId: string | null
  deliveryId: string | null
  memberId: string | null
  at: Date
}

export async function insertLetters(tx: Transaction, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return
  await tx`
    insert into consultations.answer_letters ${tx(
      letters.map(({ at, ...letter }) => ({ ...letter, writtenAt: at })),
      'id',
      'institutionId',
      'consultationId',
      'channel',
      'lang',
      'contactId',
      'deliveryId',
      'memberId',
      'writtenAt',
    )}`
}

export type NewTold = Pick<
  Due,
  'commentId' | 'memberId' | 'answerId' | 'version' | 'what' | 'textVersionId' | 'channel'
> & {
  institutionId: string
  consultationId: string
  letterId: string | null
  at: Date
}

/** From here on it counts as told, so that nobody hears it twice. */
export async function insertTold(tx: Transaction, told: readonly NewTold[]): Promise<void> {
  // A statement takes 65 535 values.
  for (let from = 0; from < told.length; from += 1000)
    await tx`
      insert into consultations.answers_told ${tx(
        told.slice(from, from + 1000),
        'institutionId',
        'consultationId',
        'commentId',
        'memberId',
        'answerId',
        'version',
        'what',
        'textVersionId',
        'channel',
        'letterId',
        'at',
      )}`
}

/** With the answer its author hears what has already changed because of it: that is not told a second time. */
export async function insertEffectsWithAnswers(
  tx: Transaction,
  order: { consultationId: string; at: Date },
): Promise<void> {
  await tx`
    insert into consultations.answers_told
      (institution_id, consultation_id, comment_id, member_id, answer_id, version, what, text_version_id, channel, letter_id, at)
    select distinct told.institution_id, told.consultation_id, told.comment_id, told.member_id, told.answer_id, told.version,
           'effect', change.version_id, told.channel, told.letter_id, told.at
    from consultations.answers_told as told
    join consultations.answer_changes as change on change.answer_id = told.answer_id
    join platform.text_versions as version on version.id = change.version_id and version.published_at is not null
    where told.consultation_id = ${order.consultationId} and told.at = ${order.at} and told.what <> 'effect'
    on conflict do nothing`
}

export async function insertRatingTokens(
  tx: Transaction,
  tokens: readonly { digest: Buffer; letterId: string; at: Date }[],
): Promise<void> {
  for (const { digest, letterId, at } of tokens)
    await tx`
      insert into consultations.rating_tokens (digest, letter_id, at) values (${digest}, ${letterId}, ${at})`
}

export async function findInstitutionOf(db: Queryable, consultationId: string): Promise<string | null> {
  const rows = await db<{ id: string }[]>`
    select institution_id as id from consultations.consultations where id = ${consultationId}`
  return one(rows)?.id ?? null
}
