import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { Decision, NotConsideredGround } from '../answers/answer-rules.ts'
import type { Score } from './telling-rules.ts'

/** The answer to somebody's comment as it stands, and what they think of it. */
export type Ratable = {
  institutionId: string
  consultationId: string
  commentId: string
  memberId: string | null
  code: string
  body: string | null
  commentLang: Lang
  answerId: string
  answerCode: string
  answerLang: Lang
  version: number
  decision: Decision
  ground: NotConsideredGround | null
  reason: string
  correction: string | null
  publishedAt: Date
  slug: string
  title: string
  zone: string
  score: Score | null
  ratingWords: string | null
  ratedAt: Date | null
}

const ratable = (db: Queryable, lang: Lang) => db`
  select comment.institution_id, comment.consultation_id, who.comment_id, who.member_id, comment.code, version.body,
         comment.lang as comment_lang, answer.id as answer_id, answer.code as answer_code, answer.lang as answer_lang,
         said.n as version, said.decision, said.ground, said.reason, said.correction, said.published_at, consultation.slug,
         coalesce((select words from platform.translations where subject = 'consultations.consultation:' || consultation.id
                   and field = 'title' and lang = ${lang}), consultation.title) as title,
         institution.zone, rating.score, rating.words as rating_words, rating.at as rated_at
  from who
  join consultations.comments as comment on comment.id = who.comment_id and comment.state <> 'erased'
  join consultations.consultations as consultation
    on consultation.id = comment.consultation_id and consultation.state <> 'taken-down'
  join platform.institutions as institution on institution.id = comment.institution_id
  left join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  join consultations.answered_comments as answered on answered.comment_id = comment.id
  join consultations.answers as answer
    on answer.id = answered.answer_id and answer.version > 0 and answer.state <> 'taken-down'
  join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
  left join consultations.answer_ratings as rating
    on rating.comment_id = who.comment_id and rating.member_id is not distinct from who.member_id
      and rating.answer_id = answer.id
  order by comment.delivery_point nulls first, comment.sent_at, comment.id, who.member_id`

/** All points of the letter that this key came with. */
export function listRatableByToken(db: Queryable, lang: Lang, digest: Buffer): Promise<Ratable[]> {
  return db<Ratable[]>`
    with who as (
      select distinct told.comment_id, told.member_id
      from consultations.rating_tokens as token join consultations.answers_told as told on told.letter_id = token.letter_id
      where token.digest = ${digest})
    ${ratable(db, lang)}`
}

/** The own comment of whoever proved to be its author. */
export async function findRatableOf(db: Queryable, lang: Lang, commentId: string): Promise<Ratable | null> {
  return one(
    await db<
      Ratable[]
    >`with who as (select ${commentId}::uuid as comment_id, null::uuid as member_id) ${ratable(db, lang)}`,
  )
}

export type NewRating = Pick<Ratable, 'commentId' | 'memberId' | 'answerId' | 'version'> & {
  score: Score
  words: string | null
  at: Date
}

/** False: it was rated before, or its author has asked to be forgotten. */
export async function insertRating(tx: Transaction, rating: NewRating): Promise<boolean> {
  const rows = await tx`
    insert into consultations.answer_ratings
      (institution_id, consultation_id, comment_id, member_id, answer_id, version, score, words, at)
    select institution_id, consultation_id, id, ${rating.memberId}::uuid, ${rating.answerId}::uuid, ${rating.version}::int,
           ${rating.score}::int, ${rating.words}::text, ${rating.at}::timestamptz
    from consultations.comments where id = ${rating.commentId} and state <> 'erased'
    for no key update
    on conflict do nothing
    returning 1`
  return rows.length > 0
}

export type GivenRating = {
  id: string
  code: string
  commentId: string
  answerCode: string
  score: Score
  words: string | null
  at: Date
}

/** For the office, newest first. */
export function listRatings(
  db: Queryable,
  wish: { consultationId: string; before: ListKey | null; limit: number },
): Promise<GivenRating[]> {
  const { consultationId, before, limit } = wish
  return db<GivenRating[]>`
    select rating.id, comment.code, comment.id as comment_id, answer.code as answer_code, rating.score, rating.words, rating.at
    from consultations.answer_ratings as rating
    join consultations.comments as comment on comment.id = rating.comment_id
    join consultations.answers as answer on answer.id = rating.answer_id
    where rating.consultation_id = ${consultationId}
      ${before ? db`and (rating.at, rating.id) < (${before.at}, ${before.id})` : db``}
    order by rating.at desc, rating.id desc limit ${limit}`
}

/** Of people who asked for all that is kept about them. */
export type OwnRating = { commentId: string; score: Score; words: string | null; at: Date }
export function listRatingsOf(db: Queryable, commentIds: readonly string[]): Promise<OwnRating[]> {
  return db<OwnRating[]>`
    select comment_id, score, words, at from consultations.answer_ratings
    where comment_id = any(${commentIds as string[]}::uuid[]) and member_id is null order by at, id`
}

/** The words go, the score stays in the sums. Of a comment: those of its members too. */
export async function forgetRatingWords(tx: Transaction, commentId: string): Promise<void> {
  await tx`update consultations.answer_ratings set words = null where comment_id = ${commentId} and words is not null`
}

export async function forgetRatingWordsOfMember(tx: Transaction, memberId: string): Promise<void> {
  await tx`update consultations.answer_ratings set words = null where member_id = ${memberId} and words is not null`
}

export async function countOldWords(db: Queryable, before: Date): Promise<number> {
  const rows = await db<{ count: number }[]>`
    select count(*)::int as count from consultations.answer_ratings where words is not null and at < ${before}`
  return one(rows)?.count ?? 0
}

export async function forgetOldWords(tx: Queryable, before: Date): Promise<number> {
  const result = await tx`
    update consultations.answer_ratings set words = null where words is not null and at < ${before}`
  return result.count
}
