import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Decision, NotConsideredGround } from '../answers/answer-rules.ts'
import type { HandedWay, Told } from './telling-rules.ts'

/** One point of a letter: what was said, and what became of it. */
export type LetterPoint = {
  letterId: string
  commentId: string
  memberId: string | null
  code: string
  /** Null: erased meanwhile. */
  body: string | null
  quote: string | null
  about: 'whole' | 'article' | 'passage'
  articleLabel: string | null
  commentLang: Lang
  /** What is new in this letter: the answer itself, its correction, what changed because of it. */
  what: Told
  answerId: string
  answerCode: string
  answerLang: Lang
  version: number
  decision: Decision
  ground: NotConsideredGround | null
  reason: string
  correction: string | null
  publishedAt: Date
  /** Its author has rated it. */
  rated: boolean
}

/** Of each letter its points in order, once each, with the newest version of the answer that they tell. */
export function listPointsOfLetters(db: Queryable, letterIds: readonly string[]): Promise<LetterPoint[]> {
  return db<LetterPoint[]>`
    with point as (
      select told.letter_id, told.comment_id, told.member_id, told.answer_id, max(told.version) as version,
             -- Whoever hears of the answer for the first time does not have to know that it was another one before.
             min(case told.what when 'answer' then 1 when 'correction' then 2 else 3 end) as newness
      from consultations.answers_told as told
      where told.letter_id = any(${letterIds as string[]}::uuid[])
      group by 1, 2, 3, 4)
    select point.letter_id, point.comment_id, point.member_id, comment.code, version.body, comment.quote, comment.about,
           comment.article_label, comment.lang as comment_lang,
           case point.newness when 1 then 'answer' when 2 then 'correction' else 'effect' end as what,
           answer.id as answer_id, answer.code as answer_code, answer.lang as answer_lang, said.n as version, said.decision,
           said.ground, said.reason, said.correction, said.published_at,
           exists (select from consultations.answer_ratings as rating
                   where rating.comment_id = point.comment_id and rating.answer_id = point.answer_id
                     and rating.member_id is not distinct from point.member_id) as rated
    from point
    join consultations.comments as comment on comment.id = point.comment_id and comment.state <> 'erased'
    left join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    join consultations.answers as answer on answer.id = point.answer_id and answer.state <> 'taken-down'
    join consultations.answer_versions as said on said.answer_id = answer.id and said.n = point.version
    order by point.letter_id, comment.delivery_point nulls first, comment.sent_at, comment.id, point.member_id`
}

/** What stands at the head of every letter of a consultation, in one language. */
export type LetterHead = {
  institutionId: string
  institutionName: string
  accent: string | null
  zone: string
  title: string
  slug: string
  number: string | null
}

export async function findLetterHead(db: Queryable, lang: Lang, consultationId: string): Promise<LetterHead | null> {
  return one(
    await db<LetterHead[]>`
      select c.institution_id, institution.zone, institution.accent, c.slug,
             c.register_number || '/' || c.register_year as number,
             (select name.name from platform.institution_names as name
              where name.institution_id = c.institution_id and name.lang in (${lang}, 'sq')
              order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution_name,
             coalesce((select words from platform.translations where subject = 'consultations.consultation:' || c.id
                       and field = 'title' and lang = ${lang}), c.title) as title
      from consultations.consultations as c join platform.institutions as institution on institution.id = c.institution_id
      where c.id = ${consultationId} and c.slug is not null and c.state <> 'taken-down'`,
  )
}

/** A letter for somebody without e-mail, as the office lists it. */
export type PaperLetter = {
  id: string
  institutionId: string
  consultationId: string
  lang: Lang
  deliveryId: string | null
  deliveryTitle: string | null
  protocolNumber: string | null
  protocolDate: CivilDate | null
  /** Whom it is for: a member of a joint submission, an organisation, a person; null: nobody said. */
  addressee: string | null
  /** Where it lives, if the paper that came in said so. */
  postal: string | null
  points: number
  writtenAt: Date
  madeAt: Date | null
  handedOn: CivilDate | null
  handedWay: HandedWay | null
}

export type PaperState = 'to-print' | 'to-hand' | 'handed'

const paperColumns = (db: Queryable) => db`
  letter.id, letter.institution_id, letter.consultation_id, letter.lang, letter.delivery_id, delivery.title as delivery_title,
  delivery.protocol_number, delivery.protocol_date, coalesce(member.organisation, author.name) as addressee,
  case when letter.member_id is null then sender.postal end as postal,
  (select count(distinct (told.comment_id, told.answer_id))::int from consultations.answers_told as told
   where told.letter_id = letter.id) as points,
  letter.written_at, letter.made_at, letter.handed_on, letter.handed_way`

const paperTables = (db: Queryable) => db`
  consultations.answer_letters as letter
  left join consultations.deliveries as delivery on delivery.id = letter.delivery_id
  left join consultations.delivery_members as member on member.id = letter.member_id
  left join platform.case_senders as sender on delivery.source_ref = 'intake.case:' || sender.case_id
  left join lateral (
    select coalesce(version.organisation, version.author_name) as name from consultations.comments as comment
    join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    where letter.member_id is null and comment.delivery_id = letter.delivery_id and comment.state <> 'erased'
    order by comment.delivery_point limit 1) as author on true`

const inState = (db: Queryable, state: PaperState | null) =>
  state === null
    ? db`true`
    : state === 'to-print'
      ? db`letter.made_at is null`
      : state === 'to-hand'
        ? db`letter.made_at is not null and letter.handed_on is null`
        : db`letter.handed_on is not null`

export function listPaperLetters(
  db: Queryable,
  wish: { consultationId: string; state: PaperState | null; before: ListKey | null; limit: number },
): Promise<PaperLetter[]> {
  const { consultationId, state, before, limit } = wish
  return db<PaperLetter[]>`
    select ${paperColumns(db)} from ${paperTables(db)}
    where letter.consultation_id = ${consultationId} and letter.channel = 'print' and ${inState(db, state)}
      ${before ? db`and (letter.written_at, letter.id) < (${before.at}, ${before.id})` : db``}
    order by letter.written_at desc, letter.id desc limit ${limit}`
}

/** Those named, of this consultation; the first that wait where none is named. */
export function listLettersToPrint(
  db: Queryable,
  wish: { consultationId: string; ids: readonly string[]; limit: number },
): Promise<PaperLetter[]> {
  return db<PaperLetter[]>`
    select ${paperColumns(db)} from ${paperTables(db)}
    where letter.consultation_id = ${wish.consultationId} and letter.channel = 'print'
      and ${wish.ids.length > 0 ? db`letter.id = any(${wish.ids as string[]}::uuid[])` : db`letter.made_at is null`}
    order by letter.written_at, letter.id limit ${wish.limit}`
}

export async function countPapers(db: Queryable, consultationId: string): Promise<Record<PaperState, number>> {
  const rows = await db<Record<PaperState, number>[]>`
    select (count(*) filter (where made_at is null))::int as "to-print",
           (count(*) filter (where made_at is not null and handed_on is null))::int as "to-hand",
           (count(*) filter (where handed_on is not null))::int as "handed"
    from consultations.answer_letters where consultation_id = ${consultationId} and channel = 'print'`
  return one(rows) ?? { 'to-print': 0, 'to-hand': 0, handed: 0 }
}

/** How much these letters tell. */
export async function countTold(db: Queryable, letterIds: readonly string[]): Promise<number> {
  const rows = await db<{ count: number }[]>`
    select count(*)::int as count from consultations.answers_told where letter_id = any(${letterIds as string[]}::uuid[])`
  return one(rows)?.count ?? 0
}

/** Until the transaction ends nothing more goes into them. */
export const holdLetters = (tx: Transaction, letterIds: readonly string[]) => tx`
  select from consultations.answer_letters where id = any(${letterIds as string[]}::uuid[]) order by id for update`

export async function markMade(
  tx: Transaction,
  order: { ids: readonly string[]; at: Date; by: string },
): Promise<void> {
  await tx`
    update consultations.answer_letters set made_at = ${order.at}, made_by = ${order.by}
    where id = any(${order.ids as string[]}::uuid[]) and made_at is null`
}

/** Gives how many are handed over now; what was before stays as it was noted. */
export async function markHanded(
  tx: Transaction,
  order: { consultationId: string; ids: readonly string[]; on: CivilDate; way: HandedWay; at: Date; by: string },
): Promise<number> {
  const result = await tx`
    update consultations.answer_letters
    set handed_on = ${order.on}, handed_way = ${order.way}, handed_at = ${order.at}, handed_by = ${order.by}
    where consultation_id = ${order.consultationId} and channel = 'print' and id = any(${order.ids as string[]}::uuid[])
      and made_at is not null and handed_on is null`
  return result.count
}
