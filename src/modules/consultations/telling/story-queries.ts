import type { Queryable } from '#platform/db/database.ts'
import type { Decision } from '../answers/answer-rules.ts'
import type { StoryStep } from './story-rules.ts'

const NOTHING = (db: Queryable) => db`
  null::text as code, null::text as lang, null::text as decision, null::text as ground, null::text as reason,
  null::text as role, null::text as correction`

/** What its author heard of it, and thinks of it. `told` is of the query around. */
const toldSteps = (db: Queryable, commentId: string, memberId: string | null) => db`
    union all
    select distinct told.at, 'told', null::int, ${NOTHING(db)}, told.channel, null, null::int from told
    union all
    select distinct letter.handed_at, 'handed', null::int, ${NOTHING(db)}, null, letter.handed_way, null::int
    from told join consultations.answer_letters as letter on letter.id = told.letter_id and letter.handed_at is not null
    union all
    select rating.at, 'rated', rating.score, ${NOTHING(db)}, null, null, null
    from consultations.answer_ratings as rating
    where rating.comment_id = ${commentId} and rating.member_id is not distinct from ${memberId}::uuid`

/** For the author of the comment; `memberId`: for one member of a joint submission. */
export function listStory(db: Queryable, commentId: string, memberId: string | null = null): Promise<StoryStep[]> {
  return db<StoryStep[]>`
    with answer as (
      select answer.id, answer.code, answer.lang from consultations.answered_comments as answered
      join consultations.answers as answer
        on answer.id = answered.answer_id and answer.version > 0 and answer.state <> 'taken-down'
      where answered.comment_id = ${commentId}
    ), told as (
      select told.channel, told.what, told.at, told.letter_id from consultations.answers_told as told
      where told.comment_id = ${commentId} and told.member_id is not distinct from ${memberId}::uuid
    )
    select said.published_at as at, case when said.n = 1 then 'answered' else 'corrected' end as kind, said.n,
           answer.code, answer.lang, said.decision, said.ground, said.reason, said.decided_role as role, said.correction,
           null::text as channel, null::text as way,
           (select entry.leaf_index::int from platform.ledger_entries as entry
            where entry.subject = 'consultations.answer:' || answer.id and entry.at >= said.published_at
            order by entry.id limit 1) as entry
    from answer join consultations.answer_versions as said on said.answer_id = answer.id
    union all
    select grouped.shown_at, 'grouped', null, ${NOTHING(db)}, null, null, null
    from (select greatest(member.since, own.confirmed_at) as shown_at
          from consultations.comment_group_members as member
          join consultations.comment_groups as own on own.id = member.group_id
          where member.comment_id = ${commentId} and member.state = 'confirmed' and own.state = 'confirmed'
            and own.confirmed_at is not null) as grouped
    union all
    select coalesce(place.confirmed_at, place.found_at), 'moved', version.n, ${NOTHING(db)}, null, null, null
    from platform.anchor_places as place
    join platform.text_versions as version on version.id = place.version_id and version.published_at is not null
    where place.subject = 'consultations.comment:' || ${commentId}::text and place.certain
    union all
    select greatest(version.published_at, max(change.at)), 'changed', version.n, ${NOTHING(db)}, null, null, null
    from answer join consultations.answer_changes as change on change.answer_id = answer.id
    join platform.text_versions as version on version.id = change.version_id and version.published_at is not null
    group by version.id
    ${toldSteps(db, commentId, memberId)}
    order by at, kind`
}

export type AnsweredComment = { commentId: string; answerId: string; answerCode: string; decision: Decision }

/** Of several comments, for lists: those that have their answer, and which. */
export function listAnswered(db: Queryable, commentIds: readonly string[]): Promise<AnsweredComment[]> {
  return db<AnsweredComment[]>`
    select answered.comment_id, answer.id as answer_id, answer.code as answer_code,
           said.decision
    from consultations.answered_comments as answered
    join consultations.answers as answer
      on answer.id = answered.answer_id and answer.version > 0 and answer.state <> 'taken-down'
    join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
    where answered.comment_id = any(${commentIds as string[]}::uuid[])`
}
