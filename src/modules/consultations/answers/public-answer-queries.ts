import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Decision, NotConsideredGround, PublicAnswer } from './answer-rules.ts'

/** What everybody may read: versions alone, never the words that are worked on. */
const publicColumns = (db: Queryable) => db`
  answer.id, answer.code, answer.lang, answer.version, said.decision, said.ground,
  case when answer.state <> 'taken-down' then said.reason end as reason,
  said.proposed_role, said.decided_role, answer.published_at, said.published_at as changed_at,
  case when answer.state <> 'taken-down' then said.correction end as correction,
  (select count(*)::int from consultations.answered_comments as listed where listed.answer_id = answer.id) as number`

const newest = (db: Queryable) => db`
  consultations.answers as answer
  join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version`

export type AnswerToComment = PublicAnswer & { commentId: string }

export const listAnswersTo = (db: Queryable, commentIds: readonly string[]): Promise<AnswerToComment[]> => db<
  AnswerToComment[]
>`
  select answered.comment_id, ${publicColumns(db)}
  from consultations.answered_comments as answered
  join ${newest(db)} on answer.id = answered.answer_id
  where answered.comment_id = any(${commentIds as string[]}::uuid[]) and answer.version > 0`

export type AnswerInFull = PublicAnswer & { decidedAt: Date; takenDown: boolean }

export const findPublicAnswer = async (
  db: Queryable,
  consultationId: string,
  code: string,
): Promise<AnswerInFull | null> =>
  one(
    await db<AnswerInFull[]>`
      select ${publicColumns(db)}, said.decided_at, answer.state = 'taken-down' as taken_down
      from ${newest(db)}
      where answer.consultation_id = ${consultationId} and answer.code = ${code} and answer.version > 0`,
  )

export type AnswerVersion = {
  n: number
  decision: Decision
  ground: NotConsideredGround | null
  reason: string
  proposedRole: string
  decidedRole: string
  decidedAt: Date
  publishedAt: Date
  correction: string | null
}

/** All that was said in its place, newest first; of what was taken down nothing. */
export const listAnswerVersions = (db: Queryable, answerId: string): Promise<AnswerVersion[]> => db<AnswerVersion[]>`
  select said.n, said.decision, said.ground, said.reason, said.proposed_role, said.decided_role, said.decided_at,
         said.published_at, said.correction
  from consultations.answer_versions as said
  join consultations.answers as answer on answer.id = said.answer_id and answer.state <> 'taken-down'
  where said.answer_id = ${answerId} order by said.n desc`

/** Null words: it is not public, and stands there by its code alone. */
export type AnsweredComment = {
  id: string
  code: string
  lang: 'sq' | 'en'
  words: string | null
  isPublic: boolean
  authorName: string | null
  organisation: string | null
}

export const listAnsweredComments = (
  db: Queryable,
  answerId: string,
  { after, limit }: { after: string; limit: number },
): Promise<AnsweredComment[]> => db<AnsweredComment[]>`
  select comment.id, comment.code, comment.lang, public.id is not null and public.state = 'published' as is_public,
         left(public.body, 300) as words, public.author_name, public.organisation
  from consultations.answered_comments as answered
  join consultations.comments as comment on comment.id = answered.comment_id
  left join consultations.published_comments as public on public.id = comment.id
  where answered.answer_id = ${answerId} and comment.code > ${after}
  order by comment.code limit ${limit}`
