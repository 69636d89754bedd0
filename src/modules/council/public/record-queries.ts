import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

/**
 * All that everybody may read of a meeting. What belongs to other records (the name of its body, the earlier meeting from
 * which an item came) is left to them, so that they may change without this one.
 */
const meetings = (db: Queryable) => db`
  select meeting.id, meeting.institution_id, meeting.institution_slug as institution, to_jsonb(public) as record
  from council.published_meetings as meeting
  cross join lateral (
    select meeting.institution_id, meeting.kind, meeting.lang, meeting.own_title as title, meeting.body,
           meeting.published_at, meeting.changed_at, meeting.state, meeting.topics, meeting.places, meeting.slug,
           meeting.body_id, meeting.term_id, meeting.number_year, meeting.number, meeting.number_words,
           meeting.meeting_kind, meeting.called_by, meeting.short_notice_reason, meeting.starts_at, meeting.ends_at,
           meeting.day, meeting.place, meeting.mode, meeting.accessibility, meeting.closed, meeting.closed_asked_by,
           meeting.closed_reason, meeting.history, meeting.convened_at, meeting.opened_at, meeting.closed_at,
           meeting.cancel_reason, meeting.import_key, meeting.source, meeting.version,
           case when meeting.closed then '[]' else platform.links_record(meeting.subject) end as links,
           case when meeting.closed then '[]' else platform.documents_record(meeting.subject) end as documents,
           (select coalesce(jsonb_agg(one.body_id order by one.body_id), '[]')
            from council.meeting_bodies as one where one.meeting_id = meeting.id) as bodies,
           (select coalesce(jsonb_agg(one.person_id order by one.person_id), '[]')
            from council.meeting_callers as one where one.meeting_id = meeting.id and not meeting.closed) as callers,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'id', item.id, 'ordinal', item.ordinal, 'label', item.label, 'title', item.title,
                     'title_en', item.title_en, 'kind', item.item_kind, 'paper', item.paper_id,
                     'act_kind', item.act_kind, 'rapporteur', item.rapporteur, 'origin', item.origin,
                     'state', item.state, 'state_reason', item.state_reason, 'sent_back_to', item.sent_back_to,
                     'closed', item.closed, 'closed_asked_by', item.closed_asked_by,
                     'closed_reason', item.closed_reason, 'hearing_at', item.hearing_at,
                     'speaker_minutes', item.speaker_minutes, 'result', item.result, 'import_key', item.import_key,
                     'source', item.source) order by item.ordinal), '[]')
            from council.published_agenda_items as item where item.meeting_id = meeting.id) as agenda,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'kind', event.kind, 'version', event.version, 'at', event.at, 'item', event.item_id,
                     'changes', event.changes, 'reason', event.reason) order by event.id), '[]')
            from council.shown_meeting_events as event where event.meeting_id = meeting.id) as events,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'place', one.place, 'posted_at', one.posted_at, 'document', one.document_id)
                                      order by one.posted_at, one.id), '[]')
            from council.postings as one where one.meeting_id = meeting.id) as postings) as public`

export const findMeetingRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${meetings(db)} where ${amongIds(db, 'meeting.id', ids)}`

export const listMeetingRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${meetings(db)} ${after === null ? db`` : db`where meeting.id > ${after}`} order by meeting.id limit ${limit}`

const papers = (db: Queryable) => db`
  select paper.id, paper.institution_id, paper.institution_slug as institution, to_jsonb(public) as record
  from council.published_papers as paper
  cross join lateral (
    select paper.institution_id, paper.kind, paper.lang, paper.title, paper.body, paper.published_at, paper.changed_at,
           paper.state, paper.topics, paper.places, paper.reference, paper.title_en, paper.paper_kind, paper.kind_words,
           paper.act_kind, paper.proposer_kind, paper.proposer, paper.proposer_id, paper.about_ref, paper.dated_on,
           paper.import_key, paper.source, paper.version,
           platform.links_record(paper.subject) as links,
           platform.documents_record(paper.subject) as documents,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'body', one.body_id, 'meeting', one.meeting_id, 'stance', one.stance, 'words', one.words,
                     'given_on', one.given_on, 'votes_for', one.votes_for, 'votes_against', one.votes_against,
                     'votes_abstain', one.votes_abstain) order by one.given_on, one.id), '[]')
            from council.shown_opinions as one where one.paper_id = paper.id) as opinions) as public`

export const findPaperRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${papers(db)} where ${amongIds(db, 'paper.id', ids)}`

export const listPaperRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${papers(db)} ${after === null ? db`` : db`where paper.id > ${after}`} order by paper.id limit ${limit}`

/**
 * Papers of a meeting whose last entry does not say what holds now: public without an entry, or entered and no longer
 * public. And those of which an opinion stands behind the closed doors of this meeting.
 */
export async function listPapersToEnter(db: Queryable, meetingId: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select concerned.id
    from (
      select item.paper_id as id,
             bool_or((item.closed or meeting.closed) and exists (
               select 1 from council.opinions as one
               where one.paper_id = item.paper_id and one.meeting_id = item.meeting_id)) as inside
      from council.agenda_items as item join council.meetings as meeting on meeting.id = item.meeting_id
      where item.meeting_id = ${meetingId} and item.paper_id is not null group by item.paper_id
      union
      select one.paper_id, true from council.opinions as one join council.meetings as meeting on meeting.id = one.meeting_id
      where one.meeting_id = ${meetingId} and meeting.closed
    ) as concerned
    left join lateral (
      select entry.ended is null as stands from platform.ledger_entries as entry
      where entry.kind = 'council.paper' and entry.subject = 'council.paper:' || concerned.id
      order by entry.version desc limit 1) as newest on true
    left join council.published_papers as paper on paper.id = concerned.id
    where (paper.id is not null) <> coalesce(newest.stands, false) or concerned.inside and paper.id is not null
    group by concerned.id order by concerned.id`
  return rows.map(({ id }) => id)
}
