import type { Queryable } from '#platform/db/database.ts'
import type { Tally } from './result-rules.ts'

const columns = (db: Queryable) => db`
  answer.question_id, answer.kind, answer.chosen, answer.scale, answer.other, answer.words, sent.code, sent.lang, sent.sent_at,
  sent.id, sent.sender_kind, sent.channel, sent.sender`

/**
 * Answers that count: of published comments, as everybody reads them, and of each sender the newest to each question.
 * A sender is known by the address; without one each comment is somebody's. Almost everybody sends one comment: only the
 * answers of those who sent several are sorted, which is half the time of sorting them all.
 */
const counted = (db: Queryable, consultationId: string) => db`
  with sent as materialized (
    select comment.id, comment.version, comment.code, comment.lang, comment.sent_at, comment.sender_kind, comment.channel,
           coalesce(own.contact_id, comment.id) as sender,
           count(*) over (partition by coalesce(own.contact_id, comment.id)) as times
    from consultations.published_comments as comment
    join consultations.comments as own on own.id = comment.id
    where comment.consultation_id = ${consultationId} and comment.state = 'published')
  select ${columns(db)} from sent
  join consultations.comment_answers as answer on answer.comment_id = sent.id and answer.n = sent.version
  where sent.times = 1
  union all
  (select distinct on (answer.question_id, sent.sender) ${columns(db)} from sent
   join consultations.comment_answers as answer on answer.comment_id = sent.id and answer.n = sent.version
   where sent.times > 1
   order by answer.question_id, sent.sender, sent.sent_at desc, sent.id desc)`

/** What was answered, and how many senders answered anything: read once, for reading is what takes the time. */
export async function tallyAnswers(
  db: Queryable,
  consultationId: string,
): Promise<{ tallies: Tally[]; senders: number }> {
  const rows = await db<(Omit<Tally, 'questionId'> & { questionId: string | null })[]>`
    with counted as materialized (${counted(db, consultationId)})
    select counted.question_id, given.value,
           case when counted.kind = 'order' or given.place = 1 then given.place else 0 end::int as place,
           counted.sender_kind, counted.channel, count(*)::int as count
    from counted
    cross join lateral unnest(coalesce(counted.chosen, array[counted.scale])) with ordinality as given (value, place)
    group by 1, 2, 3, 4, 5
    union all
    select null, null, 0, null, 'web', count(distinct sender)::int from counted`
  const tallies = rows.flatMap(({ questionId, ...row }) => (questionId === null ? [] : [{ questionId, ...row }]))
  return { tallies, senders: rows.find(({ questionId }) => questionId === null)?.count ?? 0 }
}

/** How many senders have answered each question, and how many any of them. */
export const countAnswers = (db: Queryable, consultationId: string): Promise<{ questionId: string; count: number }[]> =>
  db<{ questionId: string; count: number }[]>`
    select question_id, count(*)::int as count from (${counted(db, consultationId)}) as counted group by question_id`

export type WrittenAnswer = { id: string; code: string; lang: string; sentAt: Date; words: string }

/** What was written, in words of an answer or under "other", newest first. */
export const listWritten = (
  db: Queryable,
  where: { consultationId: string; questionId: string; before: { sentAt: Date; id: string } | null; limit: number },
): Promise<WrittenAnswer[]> => db<WrittenAnswer[]>`
  select counted.id, counted.code, counted.lang, counted.sent_at, coalesce(counted.words, counted.other) as words
  from (${counted(db, where.consultationId)}) as counted
  where counted.question_id = ${where.questionId} and coalesce(counted.words, counted.other) is not null
    ${where.before ? db`and (counted.sent_at, counted.id) < (${where.before.sentAt}, ${where.before.id})` : db``}
  order by counted.sent_at desc, counted.id desc limit ${where.limit}`
