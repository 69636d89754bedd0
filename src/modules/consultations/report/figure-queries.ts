import type { Queryable } from '#platform/db/database.ts'
import { figuresOf, type CommentTally, type FigureRow, type Figures } from './figure-rules.ts'

/** Every comment that wants an answer, counted once by all that figures tell it apart by. */
export const tallyOutcomes = (db: Queryable, ids: readonly string[]): Promise<CommentTally[]> => db<CommentTally[]>`
  select outcome.consultation_id, outcome.decision, outcome.channel, outcome.sender_kind, outcome.late,
         outcome.state = 'held' as held, count(*)::int as count
  from consultations.comment_outcomes as outcome
  where outcome.consultation_id = any(${ids as string[]}::uuid[])
  group by 1, 2, 3, 4, 5, 6`

/**
 * Parties by the names that everybody reads, each once, whatever its capitals: organisations of published comments, members
 * of joint submissions that did not withdraw from them, and who leads the consultation together with its institution.
 */
const parties = (db: Queryable) => db`
  select count(distinct platform.plain(trim(party.name)))::int from (
    select version.organisation as name
    from consultations.comments as comment
    join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    where comment.consultation_id = consultation.id and comment.state = 'published' and version.on_behalf = 'organisation'
      and not exists (select from consultations.delivery_members as member where member.comment_id = comment.id)
    union all
    select member.organisation
    from consultations.comments as comment
    join consultations.delivery_members as member on member.comment_id = comment.id
    where comment.consultation_id = consultation.id and comment.state = 'published' and member.withdrawn_at is null
    union all
    select coalesce(leader.name, platform.institution_name(leader.partner_id, 'sq', current_date))
    from consultations.co_leaders as leader
    where leader.consultation_id = consultation.id and leader.ended_at is null
  ) as party`

/** From the closing day to the day of the last answer, in the institution's zone; the newest place of a comment counts. */
const daysToAnswerAll = (db: Queryable) => db`
  select case when bool_and(outcome.answer_version > 0)
         then greatest(0, max((greatest(answered.since, first.published_at) at time zone institution.zone)::date) - deadline.due_on)
         end::int
  from consultations.comment_outcomes as outcome
  left join consultations.answered_comments as answered on answered.comment_id = outcome.comment_id
  left join consultations.answer_versions as first on first.answer_id = outcome.answer_id and first.n = 1
  where outcome.consultation_id = consultation.id`

export const findFigures = (db: Queryable, ids: readonly string[]): Promise<FigureRow[]> => db<FigureRow[]>`
  select consultation.id as consultation_id,
         (select count(*)::int from consultations.comments as comment
          where comment.consultation_id = consultation.id and comment.state = 'withdrawn'
            and comment.confirmed_at is not null) as withdrawn,
         (select coalesce(sum(greatest(spoken.members - 1, 0)), 0)::int from (
            select count(*) as members
            from consultations.comment_outcomes as outcome
            join consultations.delivery_members as member
              on member.comment_id = outcome.comment_id and member.withdrawn_at is null
            where outcome.consultation_id = consultation.id
            group by outcome.comment_id) as spoken) as joint_members,
         (select count(*)::int from consultations.comment_groups as grouped
          where grouped.consultation_id = consultation.id and grouped.state = 'confirmed') as groups,
         (${parties(db)}) as parties,
         held.meetings, held.participants, held.meeting_kinds,
         exists (select from consultations.questions as question
                 where question.consultation_id = consultation.id and question.withdrawn_at is null) as asks,
         answered.answers, answered.corrected,
         (${daysToAnswerAll(db)}) as days_to_answer_all
  from consultations.consultations as consultation
  join platform.institutions as institution on institution.id = consultation.institution_id
  left join platform.deadlines as deadline
    on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
  cross join lateral (
    select count(*)::int as meetings, coalesce(sum(meeting.present), 0)::int as participants,
           coalesce(array_agg(distinct meeting.meeting_kind) filter (where meeting.meeting_kind is not null), '{}') as meeting_kinds
    from (
      select one.meeting_kind,
             (select sum((counted ->> 'total')::int) from jsonb_array_elements(one.attendance) as counted) as present
      from platform.links as link
      join meetings.published_meetings as one on one.subject = link.from_ref and one.state = 'held'
      where link.to_ref = 'consultations.consultation:' || consultation.id and link.kind = 'about' and link.ended_at is null
    ) as meeting
  ) as held
  cross join lateral (
    select count(*)::int as answers, (count(*) filter (where answer.version > 1))::int as corrected
    from consultations.answers as answer where answer.consultation_id = consultation.id and answer.version > 0
  ) as answered
  where consultation.id = any(${ids as string[]}::uuid[])`

/** Of several consultations at once, in two statements however many they are. */
export async function countFiguresOf(db: Queryable, ids: readonly string[]): Promise<Map<string, Figures>> {
  if (ids.length === 0) return new Map()
  const rows = await findFigures(db, ids)
  const byId = Map.groupBy(await tallyOutcomes(db, ids), ({ consultationId }) => consultationId)
  return new Map(rows.map((row) => [row.consultationId, figuresOf(row, byId.get(row.consultationId) ?? [])]))
}

/** The figures of one consultation, as they stand now. */
export async function countFigures(db: Queryable, consultationId: string): Promise<Figures> {
  const figures = (await countFiguresOf(db, [consultationId])).get(consultationId)
  if (!figures) throw new Error(`There is no consultation ${consultationId} to count`)
  return figures
}
