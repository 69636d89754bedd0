import { one, type Queryable } from '#platform/db/database.ts'

export type OwnMeeting = {
  id: string
  slug: string
  body: string
  day: string | null
  state: 'present' | 'remote' | 'excused' | 'absent'
}

/** One's own attendance, newest first: of each meeting the best that stands. */
export const listOwnAttendance = (db: Queryable, personId: string, limit: number): Promise<OwnMeeting[]> =>
  db<OwnMeeting[]>`
    select meeting.id, meeting.slug, body.name as body, meeting.day, own.state
    from (
      select distinct on (attendance.meeting_id) attendance.meeting_id, attendance.state
      from council.attendances as attendance where attendance.person_id = ${personId}
      order by attendance.meeting_id, array_position(array['present', 'remote', 'excused', 'absent'], attendance.state)
    ) as own
    join council.meetings as meeting on meeting.id = own.meeting_id
    join platform.bodies as body on body.id = meeting.body_id
    where meeting.state <> 'taken-down'
    order by meeting.day desc nulls last, meeting.id desc limit ${limit}`

export type OwnCounts = { meetings: number; attended: number; votes: number }

/** Of all meetings in which their name was called: how many they came to, and how many votes carry their name. */
export async function countOwn(db: Queryable, personId: string): Promise<OwnCounts> {
  const row = one(
    await db<OwnCounts[]>`
      select count(distinct attendance.meeting_id)::int as meetings,
             count(distinct attendance.meeting_id) filter (where attendance.state in ('present', 'remote'))::int as attended,
             (select count(*) from council.ballots as ballot where ballot.person_id = ${personId})::int as votes
      from council.attendances as attendance where attendance.person_id = ${personId}`,
  )
  return row ?? { meetings: 0, attended: 0, votes: 0 }
}

export type OwnVote = {
  id: string
  slug: string
  day: string | null
  question: string
  choice: 'for' | 'against' | 'abstain' | 'not-voting'
  result: 'adopted' | 'rejected' | 'tied'
}

/** One's own votes by name, newest first; none of what was decided behind closed doors. */
export const listOwnVotes = (db: Queryable, personId: string, limit: number): Promise<OwnVote[]> =>
  db<OwnVote[]>`
    select vote.id, meeting.slug, meeting.day, vote.question, ballot.choice, vote.result
    from council.ballots as ballot
    join council.votes as vote on vote.id = ballot.vote_id
    join council.meetings as meeting on meeting.id = vote.meeting_id
    left join council.agenda_items as item on item.id = vote.item_id
    where ballot.person_id = ${personId} and not vote.closed and not meeting.closed and coalesce(item.closed, false) = false
      and meeting.state <> 'taken-down'
    order by vote.taken_at desc, vote.id desc limit ${limit}`
