import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Decision } from '../answers/answer-rules.ts'

/** Of answers: the decision that everybody reads, or, before anything was published, the one that waits. */
const decided = (db: Queryable) => db`
  consultations.answers as answer
  left join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
  cross join lateral (
    select case when answer.version > 0 then said.decision when answer.state in ('proposed', 'decided') then answer.decision end
      as decision) as now`

const accepts = (db: Queryable) => db`now.decision in ('accepted', 'partly-accepted')`

export type CandidateRow = {
  answerId: string
  answerCode: string
  code: string
  articleIds: string[]
  quote: string | null
  suggestion: string | null
}

/** Every comment with a place or a wording whose answer accepts it, in one round. */
export const listCandidates = (db: Queryable, consultationId: string): Promise<CandidateRow[]> => db<CandidateRow[]>`
  select answer.id as answer_id, answer.code as answer_code, comment.code,
         array_remove(array[comment.node_id, comment.stands_node_id], null) as article_ids, comment.quote, words.suggestion
  from ${decided(db)}
  join consultations.answered_comments as answered on answered.answer_id = answer.id
  join consultations.comments as comment on comment.id = answered.comment_id
  join consultations.comment_versions as words on words.comment_id = comment.id and words.n = comment.version
  where answer.consultation_id = ${consultationId} and ${accepts(db)}
    and (comment.node_id is not null or words.suggestion is not null)
  order by comment.sent_at, comment.id`

export type LinkRow = {
  id: string
  answerId: string
  code: string
  nodeId: string
  gone: boolean
  decision: Decision | null
  /** Everybody reads the answer. */
  public: boolean
  number: number
  /** The first few. */
  comments: string[]
}

export const listLinks = (db: Queryable, versionId: string): Promise<LinkRow[]> => db<LinkRow[]>`
  select change.id, answer.id as answer_id, answer.code, coalesce(change.node_id, change.gone_node_id) as node_id,
         change.gone_node_id is not null as gone, now.decision, answer.version > 0 as public, listed.number, listed.comments
  from ${decided(db)}
  join consultations.answer_changes as change on change.answer_id = answer.id
  cross join lateral (
    select count(*)::int as number, coalesce((array_agg(comment.code order by comment.sent_at, comment.id))[1:5], '{}') as comments
    from consultations.answered_comments as answered
    join consultations.comments as comment on comment.id = answered.comment_id
    where answered.answer_id = answer.id) as listed
  where change.version_id = ${versionId}
  order by answer.code, change.id`

export type AnswerLine = {
  id: string
  code: string
  decision: Decision | null
  public: boolean
  number: number
  comments: string[]
}

const lineColumns = (db: Queryable) => db`
  answer.id, answer.code, now.decision, answer.version > 0 as public, listed.number, listed.comments`

const comments = (db: Queryable) => db`
  cross join lateral (
    select count(*)::int as number, coalesce((array_agg(comment.code order by comment.sent_at, comment.id))[1:5], '{}') as comments
    from consultations.answered_comments as answered
    join consultations.comments as comment on comment.id = answered.comment_id
    where answered.answer_id = answer.id) as listed`

const withoutEffect = (db: Queryable, consultationId: string) => db`
  answer.consultation_id = ${consultationId} and ${accepts(db)}
  and not exists (select from consultations.answer_changes as change where change.answer_id = answer.id)`

/** Accepted, and no place of any version is linked with it: not even of a draft. */
export const listAcceptedWithoutEffect = (
  db: Queryable,
  consultationId: string,
  limit: number,
): Promise<AnswerLine[]> =>
  db<AnswerLine[]>`
    select ${lineColumns(db)} from ${decided(db)} ${comments(db)}
    where ${withoutEffect(db, consultationId)} order by answer.changed_at desc, answer.id limit ${limit}`

export async function countAcceptedWithoutEffect(db: Queryable, consultationId: string): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from ${decided(db)} where ${withoutEffect(db, consultationId)}`,
  )
  return row?.count ?? 0
}

/** By its own code or that of a comment that it answers. */
export const findAnswerByCode = async (
  db: Queryable,
  consultationId: string,
  code: string,
): Promise<AnswerLine | null> =>
  one(
    await db<AnswerLine[]>`
      select ${lineColumns(db)} from ${decided(db)} ${comments(db)}
      where answer.consultation_id = ${consultationId}
        and (answer.code = ${code} or answer.id = (
          select answered.answer_id from consultations.answered_comments as answered
          join consultations.comments as comment on comment.id = answered.comment_id
          where comment.consultation_id = ${consultationId} and comment.code = ${code} limit 1))
      order by (answer.code = ${code}) desc limit 1`,
  )

export type LinkFacts = LinkRow & { versionId: string; n: number; versionPublished: boolean }

export const findLinkFacts = async (db: Queryable, consultationId: string, id: string): Promise<LinkFacts | null> =>
  one(
    await db<LinkFacts[]>`
      select change.id, answer.id as answer_id, answer.code, coalesce(change.node_id, change.gone_node_id) as node_id,
             change.gone_node_id is not null as gone, now.decision, answer.version > 0 as public, listed.number, listed.comments,
             change.version_id, version.n, version.published_at is not null as version_published
      from ${decided(db)}
      join consultations.answer_changes as change on change.answer_id = answer.id
      join platform.text_versions as version on version.id = change.version_id
      ${comments(db)}
      where change.id = ${id} and answer.consultation_id = ${consultationId}`,
  )

/** Published and accepted, yet nothing that everybody can read changed because of it. */
export type UnseenAnswer = { id: string; code: string; decision: Decision; number: number; comments: string[] }

export const listPublicWithoutEffect = (
  db: Queryable,
  consultationId: string,
  limit: number,
): Promise<(UnseenAnswer & { all: number })[]> => db<(UnseenAnswer & { all: number })[]>`
  select answer.id, answer.code, now.decision, listed.number, listed.comments, count(*) over ()::int as all
  from ${decided(db)} ${comments(db)}
  where answer.consultation_id = ${consultationId} and answer.version > 0 and ${accepts(db)}
    and not exists (
      select from consultations.answer_changes as change
      join platform.text_versions as version on version.id = change.version_id and version.published_at is not null
      where change.answer_id = answer.id)
  order by answer.published_at, answer.code limit ${limit}`
