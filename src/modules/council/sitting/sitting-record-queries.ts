import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

const events = (db: Queryable) => db`
  select event.id, event.institution_id, event.institution_slug as institution, to_jsonb(public) as record
  from council.published_sitting_events as event
  cross join lateral (
    select event.institution_id, event.kind, event.lang, event.title, event.body, event.published_at, event.changed_at,
           event.state, event.topics, event.places, event.meeting_id, event.ordinal, event.event_kind, event.content,
           event.item_id, event.closed, event.happened_at, event.entered_at, event.corrected_by) as public`

export const findEventRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${events(db)} where ${amongIds(db, 'event.id', ids)}`

export const listEventRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${events(db)} ${after === null ? db`` : db`where event.id > ${after}`} order by event.id limit ${limit}`

const votes = (db: Queryable) => db`
  select vote.id, vote.institution_id, vote.institution_slug as institution, to_jsonb(public) as record
  from council.published_votes as vote
  cross join lateral (
    select vote.institution_id, vote.kind, vote.lang, vote.title, vote.body, vote.published_at, vote.changed_at, vote.state,
           vote.topics, vote.places, vote.meeting_id, vote.item_id, vote.motion_id, vote.ordinal, vote.stage, vote.article,
           vote.question, vote.method, vote.majority_id, vote.majority_of, vote.majority_numerator,
           vote.majority_denominator, vote.majority_strict, vote.majority_basis, vote.needed, vote.members, vote.quorum,
           vote.present, vote.entitled, vote.votes_for, vote.votes_against, vote.votes_abstain, vote.not_voting,
           vote.result, vote.opened_at, vote.taken_at, vote.closed, vote.ballots) as public`

export const findVoteRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${votes(db)} where ${amongIds(db, 'vote.id', ids)}`

export const listVoteRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${votes(db)} ${after === null ? db`` : db`where vote.id > ${after}`} order by vote.id limit ${limit}`

const presences = (db: Queryable) => db`
  select presence.id, presence.institution_id, presence.institution,
         jsonb_build_object('institution_id', presence.institution_id, 'attendances', presence.attendances) as record
  from council.recorded_presences as presence`

export const findPresenceRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${presences(db)} where ${amongIds(db, 'presence.id', ids)}`

export const listPresenceRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${presences(db)} ${after === null ? db`` : db`where presence.id > ${after}`} order by presence.id limit ${limit}`

/** All that the ledger has of a meeting besides itself: when it leaves the public or comes back. */
export const listSittingRecordIds = async (
  db: Queryable,
  meetingId: string,
): Promise<{ events: string[]; votes: string[] }> => {
  const rows = await db<{ id: string; vote: boolean }[]>`
    select event_id as id, false as vote from council.sitting_events where meeting_id = ${meetingId} and state = 'applied'
    union all
    select id, true as vote from council.votes where meeting_id = ${meetingId}`
  return {
    events: rows.flatMap((one) => (one.vote ? [] : [one.id])),
    votes: rows.flatMap((one) => (one.vote ? [one.id] : [])),
  }
}
