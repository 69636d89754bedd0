-- Recordings as everybody finds them, and their guards. What was said behind closed doors has no recording here: one of a
-- meeting with closed parts is public only when an official has said that these are cut out. PostgreSQL 15.

create function council.had_closed_parts(meeting uuid) returns boolean language sql stable as $$
  select exists (select from council.meetings as one where one.id = meeting and one.closed)
      or exists (select from council.agenda_items as item where item.meeting_id = meeting and item.closed)
      or exists (select from council.sitting_events as event
                 where event.meeting_id = meeting and event.kind = 'doors-closed' and event.state = 'applied')
$$;

create view council.published_recordings as
select
  'council.recording:' || recording.id as subject,
  recording.id,
  recording.institution_id,
  'recording'::text as kind,
  meeting.lang,
  coalesce(recording.title, meeting.title, body.name) as title,
  ''::text as body,
  recording.published_at,
  recording.changed_at,
  'published'::text as state,
  platform.topics_of('council.meeting:' || meeting.id) as topics,
  platform.places_of('council.meeting:' || meeting.id) as places,
  recording.meeting_id,
  meeting.slug as meeting_slug,
  institution.slug as institution_slug,
  institution.zone,
  body.name as body_name,
  meeting.day,
  recording.kind as recording_kind,
  recording.url,
  recording.starts_at,
  recording.seconds,
  recording.closed_parts_cut,
  recording.version,
  (select coalesce(jsonb_agg(jsonb_build_object('item', mark.item_id, 'vote', mark.vote_id, 'seconds', mark.seconds)
                             order by mark.seconds, mark.item_id, mark.vote_id), '[]')
   from council.recording_marks as mark
   left join council.agenda_items as item on item.id = mark.item_id
   left join council.votes as vote on vote.id = mark.vote_id
   where mark.recording_id = recording.id and not coalesce(item.closed, false) and not coalesce(vote.closed, false)) as marks,
  (select coalesce(jsonb_agg(jsonb_build_object('lang', subtitle.lang, 'made_by', subtitle.made_by, 'cues', subtitle.cues)
                             order by subtitle.lang), '[]')
   from (select one.lang, one.made_by,
                (select jsonb_agg(jsonb_build_array(cue.from_ms, cue.to_ms, cue.words) order by cue.ordinal)
                 from council.subtitle_cues as cue where cue.subtitle_id = one.id) as cues
         from council.subtitles as one where one.recording_id = recording.id) as subtitle) as subtitles
from council.recordings as recording
join council.meetings as meeting on meeting.id = recording.meeting_id
join platform.bodies as body on body.id = meeting.body_id
join platform.institutions as institution on institution.id = recording.institution_id
where recording.published_at is not null and recording.removed_at is null
  and meeting.state in ('convened', 'postponed', 'under-way', 'suspended', 'closed') and not meeting.closed
  and (recording.kind = 'live' or recording.closed_parts_cut or not council.had_closed_parts(meeting.id));
create index recordings_public on council.recordings (published_at desc, id) where published_at is not null and removed_at is null;
create index recordings_by_change on council.recordings (institution_id, changed_at desc);

-- What the ledger vouches for: the recording's own facts. Whether its meeting is shown at the moment is the meeting's matter.
create view council.recorded_recordings as
select
  recording.id,
  recording.institution_id,
  institution.slug as institution,
  recording.meeting_id as meeting,
  recording.kind as recording_kind,
  recording.url,
  recording.title,
  recording.starts_at,
  recording.seconds,
  recording.closed_parts_cut,
  recording.published_at,
  recording.version,
  (select coalesce(jsonb_agg(jsonb_build_object('item', mark.item_id, 'vote', mark.vote_id, 'seconds', mark.seconds)
                             order by mark.seconds, mark.item_id, mark.vote_id), '[]')
   from council.recording_marks as mark where mark.recording_id = recording.id) as marks,
  (select coalesce(jsonb_agg(jsonb_build_object('lang', subtitle.lang, 'made_by', subtitle.made_by, 'cues', subtitle.cues)
                             order by subtitle.lang), '[]')
   from (select one.lang, one.made_by,
                (select jsonb_agg(jsonb_build_array(cue.from_ms, cue.to_ms, cue.words) order by cue.ordinal)
                 from council.subtitle_cues as cue where cue.subtitle_id = one.id) as cues
         from council.subtitles as one where one.recording_id = recording.id) as subtitle) as subtitles
from council.recordings as recording
join platform.institutions as institution on institution.id = recording.institution_id
where recording.published_at is not null and recording.removed_at is null;

create constraint trigger recording_in_ledger after insert or delete on council.recordings
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.recording', 'council.recording', 'id');
create constraint trigger recording_changed_in_ledger after update on council.recordings
  deferrable initially deferred for each row when (
    (old.published_at is not null or new.published_at is not null)
    and (old.kind, old.url, old.title, old.starts_at, old.seconds, old.closed_parts_cut, old.published_at, old.removed_at, old.version)
      is distinct from
        (new.kind, new.url, new.title, new.starts_at, new.seconds, new.closed_parts_cut, new.published_at, new.removed_at, new.version))
  execute function platform.require_ledger_entry('always', 'council.recording', 'council.recording', 'id');
create constraint trigger recording_mark_in_ledger after insert or update or delete on council.recording_marks
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.recording', 'council.recording', 'recording_id');
create constraint trigger subtitle_in_ledger after insert or update or delete on council.subtitles
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.recording', 'council.recording', 'recording_id');
create constraint trigger subtitle_cue_in_ledger after insert or update or delete on council.subtitle_cues
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.recording', 'council.recording', 'recording_id');
