import type { Transaction } from '#platform/db/database.ts'
import type { StateItem, StateMotion, StateSpeech, TakenVote } from './sitting-state-rules.ts'

export type Of = { institutionId: string; meetingId: string }

export type AttendanceRow = {
  person: string
  state: 'present' | 'remote' | 'excused' | 'absent'
  from: string | null
  to: string | null
}

/** Anew for the persons named. */
export async function writeAttendances(
  tx: Transaction,
  of: Of,
  persons: readonly string[],
  rows: readonly AttendanceRow[],
): Promise<void> {
  await tx`
    delete from council.attendances
    where meeting_id = ${of.meetingId} and person_id = any(${persons as string[]}::uuid[])`
  await tx`
    insert into council.attendances (institution_id, meeting_id, person_id, state, from_at, to_at)
    select ${of.institutionId}, ${of.meetingId}, one.person, one.state, one."from", one."to"
    from jsonb_to_recordset(${tx.json(rows)}) as one
      (person uuid, state text, "from" timestamptz, "to" timestamptz)`
}

/** What was said behind closed doors once stays so. */
export async function writeMotions(
  tx: Transaction,
  of: Of,
  rows: readonly (StateMotion & { n: number })[],
): Promise<void> {
  await tx`
    insert into council.motions
      (id, institution_id, meeting_id, item_id, ordinal, kind, article, words, person_id, mover, state, moved_at, closed)
    select one.id, ${of.institutionId}, ${of.meetingId}, one.item, one.n, one.kind, one.article, one.words, one.person,
           one.mover, one.state, one."at", one.closed
    from jsonb_to_recordset(${tx.json(rows)}) as one
      (id uuid, item uuid, n int, kind text, article text, words text, person uuid, mover text, state text,
       "at" timestamptz, closed boolean)
    on conflict (id) do update
    set item_id = excluded.item_id, ordinal = excluded.ordinal, kind = excluded.kind, article = excluded.article,
        words = excluded.words, person_id = excluded.person_id, mover = excluded.mover, state = excluded.state,
        moved_at = excluded.moved_at, closed = motions.closed or excluded.closed
    where motions.meeting_id = excluded.meeting_id`
}

export async function deleteMotions(tx: Transaction, of: Of, ids: readonly string[]): Promise<void> {
  await tx`delete from council.motions where meeting_id = ${of.meetingId} and id = any(${ids as string[]}::uuid[])`
}

export async function writeSpeeches(
  tx: Transaction,
  of: Of,
  rows: readonly (StateSpeech & { n: number })[],
): Promise<void> {
  await tx`
    insert into council.speeches
      (id, institution_id, meeting_id, item_id, ordinal, person_id, speaker, minutes, from_at, to_at, closed)
    select one.id, ${of.institutionId}, ${of.meetingId}, one.item, one.n, one.person, one.name, one.minutes, one."from",
           one."to", one.closed
    from jsonb_to_recordset(${tx.json(rows)}) as one
      (id uuid, item uuid, n int, person uuid, name text, minutes int, "from" timestamptz, "to" timestamptz,
       closed boolean)
    on conflict (id) do update
    set item_id = excluded.item_id, ordinal = excluded.ordinal, person_id = excluded.person_id,
        speaker = excluded.speaker, minutes = excluded.minutes, from_at = excluded.from_at, to_at = excluded.to_at,
        closed = speeches.closed or excluded.closed
    where speeches.meeting_id = excluded.meeting_id`
}

export async function deleteSpeeches(tx: Transaction, of: Of, ids: readonly string[]): Promise<void> {
  await tx`delete from council.speeches where meeting_id = ${of.meetingId} and id = any(${ids as string[]}::uuid[])`
}

type VoteRow = TakenVote & { n: number }

export async function writeVotes(tx: Transaction, of: Of, votes: readonly VoteRow[]): Promise<void> {
  const rows = votes.map(({ majority, counts, entitled, ballots: _ballots, ...vote }) => ({
    ...vote,
    ...majority,
    id: vote.id,
    majority: majority.id,
    entitled: entitled.length,
    votesFor: counts.for,
    votesAgainst: counts.against,
    votesAbstain: counts.abstain,
    notVoting: counts.notVoting,
  }))
  await tx`
    insert into council.votes
      (id, institution_id, meeting_id, item_id, motion_id, ordinal, stage, article, question, method, majority_id,
       majority_of, majority_numerator, majority_denominator, majority_strict, majority_basis, members, quorum, present,
       entitled, needed, votes_for, votes_against, votes_abstain, not_voting, result, opened_at, taken_at, closed)
    select one.id, ${of.institutionId}, ${of.meetingId}, one.item, one.motion, one.n, one.stage, one.article, one.question,
           one.method, one.majority, one."of", one.numerator, one.denominator, one.strict, one.basis, one.members,
           one.quorum, one.present, one.entitled, one.needed, one."votesFor", one."votesAgainst", one."votesAbstain",
           one."notVoting", one.result, one."at", one."takenAt", one.closed
    from jsonb_to_recordset(${tx.json(rows)}) as one
      (id uuid, item uuid, motion uuid, n int, stage text, article text, question text, method text, majority text,
       "of" text, numerator int, denominator int, strict boolean, basis text, members int, quorum int, present int,
       entitled int, needed int, "votesFor" int, "votesAgainst" int, "votesAbstain" int, "notVoting" int, result text,
       "at" timestamptz, "takenAt" timestamptz, closed boolean)
    on conflict (id) do update
    set item_id = excluded.item_id, motion_id = excluded.motion_id, ordinal = excluded.ordinal, stage = excluded.stage,
        article = excluded.article, question = excluded.question, method = excluded.method,
        majority_id = excluded.majority_id, majority_of = excluded.majority_of,
        majority_numerator = excluded.majority_numerator, majority_denominator = excluded.majority_denominator,
        majority_strict = excluded.majority_strict, majority_basis = excluded.majority_basis,
        members = excluded.members, quorum = excluded.quorum, present = excluded.present, entitled = excluded.entitled,
        needed = excluded.needed, votes_for = excluded.votes_for, votes_against = excluded.votes_against,
        votes_abstain = excluded.votes_abstain, not_voting = excluded.not_voting, result = excluded.result,
        opened_at = excluded.opened_at, taken_at = excluded.taken_at, closed = votes.closed or excluded.closed
    where votes.meeting_id = excluded.meeting_id`
  await writeBallots(tx, of, votes)
}

async function writeBallots(tx: Transaction, of: Of, votes: readonly VoteRow[]): Promise<void> {
  const rows = votes.flatMap(({ id, ballots }) =>
    Object.entries(ballots ?? {}).map(([person, choice]) => ({ vote: id, person, choice })),
  )
  await tx`
    delete from council.ballots as ballot using council.votes as vote
    where vote.id = ballot.vote_id and vote.meeting_id = ${of.meetingId} and vote.id = any(${votes.map(({ id }) => id)}::uuid[])`
  await tx`
    insert into council.ballots (institution_id, vote_id, person_id, choice)
    select ${of.institutionId}, one.vote, one.person, one.choice
    from jsonb_to_recordset(${tx.json(rows)}) as one (vote uuid, person uuid, choice text)`
}

export async function deleteVotes(tx: Transaction, of: Of, ids: readonly string[]): Promise<void> {
  await tx`delete from council.votes where meeting_id = ${of.meetingId} and id = any(${ids as string[]}::uuid[])`
}

type ItemRow = StateItem & { result: string | null }

/** What the meeting did to its agenda; an item added on the day comes last until the agenda is ordered anew. */
export async function writeItem(tx: Transaction, of: Of, item: ItemRow, at: Date): Promise<void> {
  if (item.onTheDay)
    await tx`
      insert into council.agenda_items
        (id, institution_id, meeting_id, ordinal, title, kind, act_kind, origin, created_at, changed_at)
      select ${item.id}, ${of.institutionId}, ${of.meetingId},
             coalesce((select max(one.ordinal) from council.agenda_items as one where one.meeting_id = ${of.meetingId}), 0) + 1,
             ${item.title}, ${item.kind}, ${item.actKind}, 'on-the-day', ${at}, ${at}
      on conflict (id) do update set title = excluded.title, kind = excluded.kind, act_kind = excluded.act_kind
      where agenda_items.meeting_id = excluded.meeting_id`
  await tx`
    update council.agenda_items
    set state = ${item.state}, state_reason = ${item.reason}, sent_back_to = ${item.sentBackTo}, result = ${item.result},
        closed = closed or ${item.closed},
        public_title = case when ${item.closed} then coalesce(${item.publicTitle}::text, public_title) else public_title end,
        closed_asked_by = case when ${item.closed} then coalesce(${item.closedAskedBy}::text, closed_asked_by)
                               else closed_asked_by end,
        closed_reason = case when ${item.closed} then coalesce(${item.closedReason}::text, closed_reason)
                             else closed_reason end,
        changed_at = ${at}, version = version + 1
    where meeting_id = ${of.meetingId} and id = ${item.id}`
}

export async function deleteItems(tx: Transaction, of: Of, ids: readonly string[]): Promise<void> {
  await tx`
    delete from council.agenda_items
    where meeting_id = ${of.meetingId} and id = any(${ids as string[]}::uuid[]) and origin = 'on-the-day'`
}

type ConflictRow = { item: string; person: string; ground: string | null; declaredAt: string | null }

export async function declareConflicts(tx: Transaction, of: Of, rows: readonly ConflictRow[], at: Date): Promise<void> {
  await tx`
    insert into council.conflicts (institution_id, meeting_id, item_id, person_id, ground, how, declared_at)
    select ${of.institutionId}, ${of.meetingId}, one.item, one.person, one.ground, 'meeting',
           coalesce(one."declaredAt", ${at})
    from jsonb_to_recordset(${tx.json(rows)}) as one (item uuid, person uuid, ground text, "declaredAt" timestamptz)
    on conflict (item_id, person_id) where lifted_at is null do nothing`
}

export async function liftConflicts(tx: Transaction, of: Of, rows: readonly ConflictRow[], at: Date): Promise<void> {
  await tx`
    update council.conflicts as conflict set lifted_at = ${at}
    from jsonb_to_recordset(${tx.json(rows)}) as one (item uuid, person uuid)
    where conflict.meeting_id = ${of.meetingId} and conflict.item_id = one.item and conflict.person_id = one.person
      and conflict.lifted_at is null`
}

export async function moveMeeting(
  tx: Transaction,
  of: Of,
  row: {
    state: 'convened' | 'under-way' | 'suspended' | 'closed'
    openedAt: string | null
    closedAt: string | null
    at: Date
  },
): Promise<void> {
  await tx`
    update council.meetings
    set state = ${row.state}, opened_at = ${row.openedAt}, closed_at = ${row.closedAt}, changed_at = ${row.at},
        version = version + 1
    where id = ${of.meetingId}`
}
