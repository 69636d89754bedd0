import type { Queryable } from '#platform/db/database.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { AnswerRow, MatrixFilter, MatrixRow } from './matrix-rules.ts'

type Wish = { consultationId: string; filter: MatrixFilter; after: ListKey | null; limit: number }

/** In the order in which comments came to count. Of what is not published only its code, and the ground of a hold. */
export const listMatrixRows = (db: Queryable, { consultationId, filter, after, limit }: Wish): Promise<MatrixRow[]> =>
  db<MatrixRow[]>`
    select outcome.comment_id as id, outcome.confirmed_at, outcome.code, outcome.state, said.held_ground, said.lang,
           said.node_id, said.article_label, said.author_name, said.organisation, said.body, said.suggestion,
           said.channel, said.sender_kind, said.late, grouped.code as group_code,
           case when outcome.answer_version > 0 then outcome.answer_code end as answer_code, answer.lang as answer_lang,
           outcome.decision, outcome.ground, outcome.answered_at,
           case when outcome.answer_state <> 'taken-down' then outcome.reason end as reason
    from consultations.comment_outcomes as outcome
    left join consultations.answers as answer on answer.id = outcome.answer_id and outcome.answer_version > 0
    left join lateral (
      select comment.held_ground,
             case when comment.state = 'published' then comment.lang end as lang,
             case when comment.state = 'published' then comment.node_id end as node_id,
             case when comment.state = 'published' then comment.article_label end as article_label,
             case when comment.state = 'published' then comment.channel end as channel,
             case when comment.state = 'published' then comment.sender_kind end as sender_kind,
             case when comment.state = 'published' then comment.late end as late,
             comment.state, comment.author_name, comment.organisation, comment.body, comment.suggestion
      from consultations.published_comments as comment where comment.id = outcome.comment_id
    ) as said on true
    left join consultations.comment_group_members as member
      on member.comment_id = outcome.comment_id and member.state = 'confirmed' and member.shown
    left join consultations.comment_groups as grouped on grouped.id = member.group_id and grouped.state = 'confirmed'
    where outcome.consultation_id = ${consultationId}
      ${narrowed(db, filter)}
      ${after ? db`and (outcome.confirmed_at, outcome.comment_id) > (${after.at}, ${after.id})` : db``}
    order by outcome.confirmed_at, outcome.comment_id limit ${limit}`

const narrowed = (db: Queryable, { decision, article, channel, senderKind, code }: MatrixFilter) => db`
  ${decision === null ? db`` : decision === 'unanswered' ? db`and outcome.answer_version = 0` : db`and outcome.decision = ${decision}`}
  ${article === null ? db`` : article === 'whole' ? db`and said.state = 'published' and said.node_id is null` : db`and said.node_id = ${article}`}
  ${channel === null ? db`` : db`and said.channel = ${channel}`}
  ${senderKind === null ? db`` : db`and said.sender_kind = ${senderKind}`}
  ${code === null ? db`` : db`and (outcome.code = ${code} or (outcome.answer_version > 0 and outcome.answer_code = ${code}))`}`

/** Published answers, newest first, each with the codes of those whom it answers: no more than `most` of them. */
export const listAnswerRows = (
  db: Queryable,
  { consultationId, filter, after, limit, most }: Wish & { most: number },
): Promise<AnswerRow[]> => db<AnswerRow[]>`
  select answer.id, answer.code, answer.lang, answer.decision, answer.ground, answer.body as reason, answer.number,
         answer.published_at,
         array(select listed.code from jsonb_array_elements_text(answer.comments) with ordinality as listed (code, place)
               order by listed.place limit ${most}) as comments
  from consultations.published_answers as answer
  where answer.consultation_id = ${consultationId} and answer.number > 0
    ${filter.decision === null ? db`` : db`and answer.decision = ${filter.decision}`}
    ${filter.code === null ? db`` : db`and (answer.code = ${filter.code} or answer.comments ? ${filter.code})`}
    ${after ? db`and (answer.published_at, answer.id) < (${after.at}, ${after.id})` : db``}
  order by answer.published_at desc, answer.id desc limit ${limit}`

export type MatrixArticle = { nodeId: string; label: string }

/** The articles that something was said about. */
export const listMatrixArticles = (db: Queryable, consultationId: string): Promise<MatrixArticle[]> =>
  db<MatrixArticle[]>`
    select comment.node_id, max(comment.article_label) as label
    from consultations.comments as comment
    where comment.consultation_id = ${consultationId} and comment.state = 'published' and comment.node_id is not null
      and comment.article_label is not null
    group by comment.node_id order by max(comment.article_label), comment.node_id`
