import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { AnswerState, Decision } from './answer-rules.ts'

export type OfficeAnswer = {
  id: string
  institutionId: string
  consultationId: string
  code: string
  lang: Lang
  groupId: string | null
  groupCode: string | null
  state: AnswerState
  decision: Decision | null
  ground: 'held' | 'late' | 'taken-down' | null
  reason: string | null
  correction: string | null
  revision: number
  source: 'office' | 'file'
  drafter: string | null
  proposedBy: string | null
  proposedRole: string | null
  proposedAt: Date | null
  decidedRole: string | null
  decidedAt: Date | null
  returnedReason: string | null
  version: number
  publishedAt: Date | null
  number: number
  changed: number
  /** In its group and without any answer. */
  groupLeft: number
}

export const findOfficeAnswer = async (db: Queryable, id: string): Promise<OfficeAnswer | null> =>
  one(
    await db<OfficeAnswer[]>`
      select answer.id, answer.institution_id, answer.consultation_id, answer.code, answer.lang, answer.group_id,
             grouped.code as group_code, answer.state, answer.decision, answer.ground, answer.reason, answer.correction,
             answer.revision, answer.source, answer.drafter, answer.proposed_by, answer.proposed_role, answer.proposed_at,
             answer.decided_role, answer.decided_at, answer.returned_reason, answer.version, answer.published_at,
             (select count(*)::int from consultations.answered_comments as listed where listed.answer_id = answer.id) as number,
             (select count(*)::int from consultations.answered_comments as listed
              join consultations.comments as comment on comment.id = listed.comment_id
              where listed.answer_id = answer.id and comment.version > listed.comment_version) as changed,
             (select count(*)::int from consultations.comment_group_members as member
              join consultations.comment_outcomes as outcome on outcome.comment_id = member.comment_id
              where member.group_id = answer.group_id and member.state = 'confirmed' and outcome.answer_id is null) as group_left
      from consultations.answers as answer
      left join consultations.comment_groups as grouped on grouped.id = answer.group_id
      where answer.id = ${id}`,
  )

/** Of one comment, for its page in the office. */
export type AnswerOfComment = {
  id: string
  code: string
  state: AnswerState
  decision: Decision | null
  changed: boolean
}

export const findAnswerOfComment = async (db: Queryable, commentId: string): Promise<AnswerOfComment | null> =>
  one(
    await db<AnswerOfComment[]>`
      select answer.id, answer.code, answer.state, answer.decision,
             coalesce(comment.version > answered.comment_version, false) as changed
      from consultations.answered_comments as answered
      join consultations.answers as answer on answer.id = answered.answer_id
      join consultations.comments as comment on comment.id = answered.comment_id
      where answered.comment_id = ${commentId}`,
  )

/** The answer that was written for a group, the newest if there are several. */
export const findAnswerOfGroup = async (db: Queryable, groupId: string): Promise<{ id: string } | null> =>
  one(
    await db<{ id: string }[]>`
      select id from consultations.answers where group_id = ${groupId} order by changed_at desc, id limit 1`,
  )

/** What waits for a decision by this official, by consultation. */
export type ToDecide = { consultationId: string; answers: number }

export const listToDecide = (
  db: Queryable,
  institutions: readonly string[] | null,
  accountId: string,
): Promise<ToDecide[]> => db<ToDecide[]>`
  select answer.consultation_id, count(*)::int as answers
  from consultations.answers as answer
  left join platform.institution_settings as setting
    on setting.institution_id = answer.institution_id and setting.key = 'answers-by-two'
  where answer.state = 'proposed'
    ${institutions ? db`and answer.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    and (answer.proposed_by is distinct from ${accountId} or setting.value = 'false'::jsonb)
  group by answer.consultation_id order by count(*) desc`

export const listAnswersById = (
  db: Queryable,
  ids: readonly string[],
): Promise<
  { id: string; institutionId: string; code: string; slug: string | null; lang: Lang; isPublic: boolean }[]
> => db<{ id: string; institutionId: string; code: string; slug: string | null; lang: Lang; isPublic: boolean }[]>`
  select answer.id, answer.institution_id, answer.code, answer.lang,
         case when matter.state in ('published', 'cancelled') then matter.slug end as slug,
         answer.version > 0 and answer.state <> 'taken-down' as is_public
  from consultations.answers as answer
  join consultations.consultations as matter on matter.id = answer.consultation_id
  where answer.id = any(${ids as string[]}::uuid[])`
