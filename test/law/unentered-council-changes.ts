import type { Changes } from './unentered-changes.ts'
import type { givenEverything } from './everything-public.ts'

type Given = Awaited<ReturnType<typeof givenEverything>>

/** The same of a council. */
export const councilChangesOf = (given: Given): Changes => ({
  'council.affiliations': (tx) => tx`
    insert into council.affiliations (institution_id, organisation, published_at, created_at, changed_at)
    select institution_id, 'Shoqata', now(), now(), now() from council.councillors limit 1`,
  'council.councillors': (tx) =>
    tx`update council.councillors set profession = 'Tjetër' where person_id = (select id from council.published_councillors limit 1)`,
  'council.election_results': (tx) => tx`
    insert into council.election_results (institution_id, term_id, ordinal, list_name, seats)
    select institution_id, id, 99, 'Lista tjetër', 1 from council.terms limit 1`,
  'council.mandates': (tx) =>
    tx`update council.mandates set area = 'Tjetër' where person_id = (select id from council.published_councillors limit 1)`,
  'council.parties': (tx) => tx`update council.parties set short_name = 'TJ'`,
  'council.payments': (tx) => tx`
    insert into council.payments
      (institution_id, person_id, from_on, to_on, kind, amount, currency, published_at, created_at, changed_at)
    select institution_id, id, current_date, current_date, 'other', 1, 'ALL', now(), now(), now()
    from council.published_councillors limit 1`,
  'council.staff': (tx) => tx`
    insert into council.staff (institution_id, name, post, published_at, created_at, changed_at)
    select institution_id, 'Dikush', 'Sekretar', now(), now(), now() from council.councillors limit 1`,
  'council.terms': (tx) => tx`update council.terms set seats = seats + 1`,
  'platform.persons': (tx) =>
    tx`update platform.persons set name = 'Dikush Tjetër' where id = (select id from council.published_councillors limit 1)`,
  'council.agenda_items': (tx) =>
    tx`update council.agenda_items set title = 'Pikë tjetër' where meeting_id = ${given.councilMeeting}`,
  'council.attendances': (tx) => tx`
    update council.attendances set state = 'remote' where meeting_id = ${given.councilSitting} and from_at is not null`,
  'council.ballots': (tx) => tx`update council.ballots set choice = 'against' where vote_id = ${given.councilVote}`,
  'council.sitting_events': (tx) => tx`
    update council.sitting_events set closed = true where meeting_id = ${given.councilSitting} and kind = 'vote-opened'`,
  'council.minutes': (tx) =>
    tx`update council.minutes set taken_down_at = now() where meeting_id = ${given.councilMinutes}`,
  'council.minutes_versions': (tx) => tx`
    insert into council.minutes_versions
      (meeting_id, institution_id, version, state, title, record, whole, reason, published_at)
    select meeting_id, institution_id, version + 1, state, title, record, whole, 'Pa shënim në ditar', now()
    from council.minutes_versions where meeting_id = ${given.councilMinutes}`,
  'council.votes': (tx) => tx`update council.votes set question = 'Tjetër?' where id = ${given.councilVote}`,
  'council.meeting_bodies': (tx) => tx`delete from council.meeting_bodies where meeting_id = ${given.councilMeeting}`,
  'council.meeting_callers': (tx) => tx`delete from council.meeting_callers where meeting_id = ${given.councilMeeting}`,
  'council.meeting_events': (tx) =>
    tx`update council.meeting_events set reason = 'Tjetër' where meeting_id = ${given.councilMeeting}`,
  'council.meetings': (tx) => tx`update council.meetings set place = 'Tjetërkund' where id = ${given.councilMeeting}`,
  'council.opinions': (tx) =>
    tx`update council.opinions set words = 'Fjalë të tjera' where paper_id = ${given.councilPaper}`,
  'council.papers': (tx) => tx`update council.papers set title = 'Titull tjetër' where id = ${given.councilPaper}`,
  'council.postings': (tx) =>
    tx`update council.postings set place = 'Tjetërkund' where meeting_id = ${given.councilMeeting}`,
  'council.recordings': (tx) =>
    tx`update council.recordings set title = 'Pjesa e dytë' where id = ${given.councilRecording}`,
  'council.recording_marks': (tx) =>
    tx`delete from council.recording_marks where recording_id = ${given.councilRecording}`,
  'council.subtitles': (tx) =>
    tx`update council.subtitles set made_by = 'machine' where recording_id = ${given.councilRecording}`,
  'council.subtitle_cues': (tx) =>
    tx`update council.subtitle_cues set words = 'Fjalë të tjera' where recording_id = ${given.councilRecording}`,
})
