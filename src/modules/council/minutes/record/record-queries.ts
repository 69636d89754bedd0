import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type {
  BallotRow,
  ConflictRow,
  EventRow,
  ItemRow,
  MeetingRow,
  MotionRow,
  RecordRows,
  SpeechRow,
  StretchRow,
  VoteRow,
} from './record-row-rules.ts'

/** The record of a meeting as its tables have it: all of it, closed doors or not. For the office alone. */

export const findRecordedMeeting = async (db: Queryable, lang: Lang, id: string): Promise<MeetingRow | null> =>
  one(
    await db<MeetingRow[]>`
      select meeting.id, meeting.institution_id, meeting.slug, meeting.lang, meeting.state, meeting.kind, meeting.number,
             meeting.number_year, meeting.number_words, meeting.title, meeting.place, meeting.day::text as day,
             meeting.opened_at, meeting.closed_at, meeting.closed, meeting.closed_asked_by, meeting.closed_reason,
             case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
             body.kind as body_kind, institution.jurisdiction, institution.zone,
             platform.institution_name(meeting.institution_id, ${lang}, coalesce(meeting.day, current_date)) as institution
      from council.meetings as meeting
      join platform.bodies as body on body.id = meeting.body_id
      join platform.institutions as institution on institution.id = meeting.institution_id
      where meeting.id = ${id}`,
  )

export const listStretches = (db: Queryable, meetingId: string): Promise<StretchRow[]> =>
  db<StretchRow[]>`
    select attendance.person_id, person.name, attendance.state, attendance.from_at, attendance.to_at,
           (select coalesce(party.short_name, party.name)
            from council.mandates as mandate left join council.parties as party on party.id = mandate.party_id
            where mandate.person_id = attendance.person_id and mandate.from_on <= coalesce(meeting.day, current_date)
              and (mandate.to_on is null or mandate.to_on >= coalesce(meeting.day, current_date))
            order by mandate.from_on desc limit 1) as party
    from council.attendances as attendance
    join council.meetings as meeting on meeting.id = attendance.meeting_id
    join platform.persons as person on person.id = attendance.person_id
    where attendance.meeting_id = ${meetingId}
    order by person.name, attendance.person_id, attendance.from_at`

export const listRecordedItems = (db: Queryable, meetingId: string): Promise<ItemRow[]> =>
  db<ItemRow[]>`
    select item.id, item.ordinal, item.title, item.public_title, item.rapporteur, item.state, item.state_reason,
           body.name as sent_back_to, item.result, item.origin, item.closed, item.closed_asked_by, item.closed_reason,
           coalesce(written.words, '') as words
    from council.agenda_items as item
    left join platform.bodies as body on body.id = item.sent_back_to
    left join council.minutes_items as written on written.meeting_id = item.meeting_id and written.item_id = item.id
    where item.meeting_id = ${meetingId} order by item.ordinal`

export const listSpeeches = (db: Queryable, meetingId: string): Promise<SpeechRow[]> =>
  db<SpeechRow[]>`
    select speech.item_id, coalesce(person.name, speech.speaker, '') as name, speech.from_at, speech.to_at, speech.closed
    from council.speeches as speech left join platform.persons as person on person.id = speech.person_id
    where speech.meeting_id = ${meetingId} order by speech.ordinal, speech.from_at, speech.id`

export const listMotions = (db: Queryable, meetingId: string): Promise<MotionRow[]> =>
  db<MotionRow[]>`
    select motion.id, motion.item_id, motion.kind, motion.article, motion.words, motion.state, motion.closed,
           coalesce(person.name, motion.mover) as mover
    from council.motions as motion left join platform.persons as person on person.id = motion.person_id
    where motion.meeting_id = ${meetingId} order by motion.ordinal, motion.moved_at, motion.id`

export const listConflicts = (db: Queryable, meetingId: string): Promise<ConflictRow[]> =>
  db<ConflictRow[]>`
    select conflict.item_id, person.name, conflict.ground
    from council.conflicts as conflict join platform.persons as person on person.id = conflict.person_id
    where conflict.meeting_id = ${meetingId} and conflict.lifted_at is null order by person.name, conflict.id`

export const listRecordedVotes = (db: Queryable, meetingId: string): Promise<VoteRow[]> =>
  db<VoteRow[]>`
    select id, item_id, motion_id, ordinal, stage, article, question, method, majority_of, majority_numerator,
           majority_denominator, majority_strict, majority_basis, needed, members, quorum, present, entitled, votes_for,
           votes_against, votes_abstain, not_voting, result, taken_at, closed
    from council.votes where meeting_id = ${meetingId} order by ordinal, id`

export const listRecordedBallots = (db: Queryable, meetingId: string): Promise<BallotRow[]> =>
  db<BallotRow[]>`
    select ballot.vote_id, ballot.person_id, person.name, ballot.choice,
           (select coalesce(party.short_name, party.name)
            from council.mandates as mandate left join council.parties as party on party.id = mandate.party_id
            where mandate.person_id = ballot.person_id and mandate.from_on <= vote.taken_at::date
              and (mandate.to_on is null or mandate.to_on >= vote.taken_at::date)
            order by mandate.from_on desc limit 1) as party
    from council.votes as vote join council.ballots as ballot on ballot.vote_id = vote.id
    join platform.persons as person on person.id = ballot.person_id
    where vote.meeting_id = ${meetingId} order by vote.ordinal, person.name, person.id`

/** Of the events what no other table keeps, each as its last correction has it. */
export const listStandingEvents = (db: Queryable, meetingId: string): Promise<EventRow[]> =>
  db<EventRow[]>`
    select event.kind, event.body ->> 'item' as item, person.name as person, event.body ->> 'words' as words,
           event.body ->> 'reason' as reason, event.body ->> 'askedBy' as asked_by, event.happened_at, event.entered_at,
           event.closed
    from council.standing_events as event
    left join platform.persons as person
      on person.id::text = coalesce(event.body ->> 'chair', event.body ->> 'person') and event.kind in ('opened', 'chair-taken')
    where event.meeting_id = ${meetingId} order by event.ordinal, event.step`

export async function countSetAside(db: Queryable, meetingId: string): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from council.sitting_events where meeting_id = ${meetingId} and state = 'set-aside'`,
  )
  return row?.count ?? 0
}

/** Everything at once; null: there is no such meeting. */
export async function readRecord(db: Queryable, lang: Lang, meetingId: string): Promise<RecordRows | null> {
  const meeting = await findRecordedMeeting(db, lang, meetingId)
  if (!meeting) return null
  const [stretches, items, speeches, motions, conflicts, votes, ballots, events] = await Promise.all([
    listStretches(db, meetingId),
    listRecordedItems(db, meetingId),
    listSpeeches(db, meetingId),
    listMotions(db, meetingId),
    listConflicts(db, meetingId),
    listRecordedVotes(db, meetingId),
    listRecordedBallots(db, meetingId),
    listStandingEvents(db, meetingId),
  ])
  return { meeting, stretches, items, speeches, motions, conflicts, votes, ballots, events }
}
