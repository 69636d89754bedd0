import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { Channel, CommentState } from '../comments/comment-rules.ts'
import type { AnswerState, Decision } from './answer-rules.ts'
import type { WorkQuestion } from './work-rules.ts'

export type Matter = {
  id: string
  institutionId: string
  jurisdiction: 'AL' | 'XK'
  title: string
  slug: string | null
  zone: string
  state: string
  concludedAt: Date | null
  lang: Lang
}

export const findMatterOfWork = async (db: Queryable, id: string): Promise<Matter | null> =>
  one(
    await db<Matter[]>`
      select matter.id, matter.institution_id, institution.jurisdiction, matter.title, matter.slug, institution.zone, matter.state,
             matter.concluded_at, matter.lang
      from consultations.consultations as matter
      join platform.institutions as institution on institution.id = matter.institution_id
      where matter.id = ${id}`,
  )

/** `notBy`: whoever asks decides nothing that they proposed. */
export type WorkFilter = WorkQuestion & { consultationId: string; notBy: string | null }

const tables = (db: Queryable) => db`
  consultations.comments as comment
  left join consultations.answered_comments as answered on answered.comment_id = comment.id
  left join consultations.answers as answer on answer.id = answered.answer_id`

/** Those that want an answer, each narrowing absent where it was not asked for. */
const narrowed = (db: Queryable, filter: WorkFilter) => db`
  comment.consultation_id = ${filter.consultationId} and comment.confirmed_at is not null
  and comment.state in ('waiting', 'published', 'held', 'taken-down')
  ${ofState(db, filter.state)}
  ${filter.decision ? db`and answer.decision = ${filter.decision}` : db``}
  ${filter.article === 'tere' ? db`and comment.stands_node_id is null` : filter.article ? db`and comment.stands_node_id = ${filter.article}` : db``}
  ${filter.channel ? db`and comment.channel = ${filter.channel}` : db``}
  ${filter.kind === 'late' ? db`and comment.late` : filter.kind ? db`and comment.state = ${filter.kind}` : db``}
  ${filter.group ? db`and comment.id in (select member.comment_id from consultations.comment_group_members as member join consultations.comment_groups as grouped on grouped.id = member.group_id where grouped.code = ${filter.group} and grouped.consultation_id = ${filter.consultationId} and member.state in ('proposed', 'confirmed'))` : db``}
  ${filter.mine ? db`and answer.state = 'proposed' and (${filter.notBy}::uuid is null or answer.proposed_by is distinct from ${filter.notBy}::uuid)` : db``}`

function ofState(db: Queryable, state: WorkQuestion['state']) {
  if (state === '') return db``
  if (state === 'none') return db`and answer.id is null`
  return state === 'changed' ? db`and comment.version > answered.comment_version` : db`and answer.state = ${state}`
}

export type WorkRow = {
  id: string
  code: string
  state: CommentState
  late: boolean
  channel: Channel
  lang: Lang
  articleLabel: string | null
  body: string
  suggests: boolean
  confirmedAt: Date
  answerId: string | null
  answerCode: string | null
  answerState: AnswerState | 'none'
  answerVersion: number
  answerRevision: number | null
  /** How many it answers. */
  number: number
  decision: Decision | null
  reason: string | null
  /** Its author has written other words since it was answered. */
  changed: boolean
}

/** Newest first, by key, one more than fits. */
export const listWork = (
  db: Queryable,
  filter: WorkFilter,
  { after, limit }: { after: ListKey | null; limit: number },
): Promise<WorkRow[]> => db<WorkRow[]>`
  select listed.*, left(version.body, 300) as body, version.suggestion is not null as suggests,
         (select count(*)::int from consultations.answered_comments as other where other.answer_id = listed.answer_id) as number
  from (
    select comment.id, comment.code, comment.state, comment.version, comment.late, comment.channel, comment.lang,
           comment.article_label, comment.confirmed_at, answer.id as answer_id, answer.code as answer_code,
           coalesce(answer.state, 'none') as answer_state, coalesce(answer.version, 0) as answer_version,
           answer.revision as answer_revision, answer.decision, left(answer.reason, 300) as reason,
           coalesce(comment.version > answered.comment_version, false) as changed
    from ${tables(db)}
    where ${narrowed(db, filter)}
      ${after ? db`and (comment.confirmed_at, comment.id) < (${after.at}, ${after.id})` : db``}
    order by comment.confirmed_at desc, comment.id desc limit ${limit}
  ) as listed
  join consultations.comment_versions as version on version.comment_id = listed.id and version.n = listed.version
  order by listed.confirmed_at desc, listed.id desc`

export const countWork = async (db: Queryable, filter: WorkFilter): Promise<number> =>
  one(await db<{ count: number }[]>`select count(*)::int as count from ${tables(db)} where ${narrowed(db, filter)}`)
    ?.count ?? 0

export const listWorkIds = async (db: Queryable, filter: WorkFilter, limit: number): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select comment.id from ${tables(db)} where ${narrowed(db, filter)}
      order by comment.confirmed_at desc, comment.id desc limit ${limit}`
  ).map(({ id }) => id)

export type Progress = { state: AnswerState | 'none'; isPublic: boolean; comments: number }

/** Of all that want an answer, how many stand where. */
export const countProgress = (db: Queryable, consultationId: string): Promise<Progress[]> => db<Progress[]>`
  select answer_state as state, answer_version > 0 as is_public, count(*)::int as comments
  from consultations.comment_outcomes where consultation_id = ${consultationId} group by 1, 2`

/** How many answers are decided and wait to be published; how many of the comments held or late have none. */
export type Waiting = { decided: number; held: number; late: number; takenDown: number }

export const countWaiting = async (db: Queryable, consultationId: string): Promise<Waiting> =>
  one(
    await db<Waiting[]>`
      select (select count(*)::int from consultations.answers where consultation_id = ${consultationId} and state = 'decided') as decided,
             count(*) filter (where state = 'held')::int as held, count(*) filter (where late)::int as late,
             count(*) filter (where state = 'taken-down')::int as taken_down
      from consultations.comment_outcomes where consultation_id = ${consultationId} and answer_id is null`,
  ) ?? { decided: 0, held: 0, late: 0, takenDown: 0 }

export type ReadComment = {
  id: string
  code: string
  state: CommentState
  late: boolean
  channel: Channel
  lang: Lang
  articleLabel: string | null
  quote: string | null
  body: string
  suggestion: string | null
  confirmedAt: Date
  changed: boolean
}

const readColumns = (db: Queryable) => db`
  comment.id, comment.code, comment.state, comment.late, comment.channel, comment.lang, comment.article_label, comment.quote,
  version.body, version.suggestion, comment.confirmed_at`

/** In full, for whoever writes the answer: without names. */
export const listToRead = (
  db: Queryable,
  consultationId: string,
  ids: readonly string[],
  limit: number,
): Promise<ReadComment[]> => db<ReadComment[]>`
  select ${readColumns(db)}, false as changed
  from consultations.comments as comment
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  where comment.id = any(${ids as string[]}::uuid[]) and comment.consultation_id = ${consultationId}
    and comment.confirmed_at is not null and comment.state in ('waiting', 'published', 'held', 'taken-down')
  order by comment.confirmed_at desc, comment.id desc limit ${limit}`

/** All whom an answer answers, by code. */
export const listOfAnswer = (
  db: Queryable,
  answerId: string,
  { after, limit }: { after: string; limit: number },
): Promise<ReadComment[]> => db<ReadComment[]>`
  select ${readColumns(db)}, coalesce(comment.version > answered.comment_version, false) as changed
  from consultations.answered_comments as answered
  join consultations.comments as comment on comment.id = answered.comment_id
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  where answered.answer_id = ${answerId} and comment.code > ${after}
  order by comment.code limit ${limit}`

/** The next one without an answer, after that moment of confirming; the first of all where there is none after it. */
export const findUnanswered = async (
  db: Queryable,
  consultationId: string,
  { key, way }: { key: ListKey | null; way: 'next' | 'before' },
): Promise<string | null> => {
  const beyond =
    key === null
      ? db``
      : way === 'next'
        ? db`and (comment.confirmed_at, comment.id) > (${key.at}, ${key.id})`
        : db`and (comment.confirmed_at, comment.id) < (${key.at}, ${key.id})`
  const order = way === 'next' ? db`comment.confirmed_at, comment.id` : db`comment.confirmed_at desc, comment.id desc`
  const row = one(
    await db<{ id: string }[]>`
      select comment.id from consultations.comments as comment
      where comment.consultation_id = ${consultationId} and comment.confirmed_at is not null
        and comment.state in ('waiting', 'published', 'held', 'taken-down')
        and not exists (select from consultations.answered_comments as answered where answered.comment_id = comment.id)
        ${beyond}
      order by ${order} limit 1`,
  )
  return row?.id ?? null
}
