-- Live links and recordings of meetings, with a chapter for each item and subtitles that are searched. PostgreSQL 15.

create table council.recordings (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  meeting_id uuid not null,
  form_id uuid constraint recording_form_once unique,
  kind text not null constraint recording_kind_known check (kind in ('live', 'video', 'audio')),
  -- Where it is watched or heard.
  url text not null constraint recording_url_shape check (url ~ '^https?://' and length(url) <= 500),
  title text constraint recording_title_length check (length(title) between 2 and 200),
  -- The moment at which its clock shows 0:00:00; chapters are reckoned from it.
  starts_at timestamptz,
  seconds int constraint recording_seconds_positive check (seconds > 0),
  -- A recording of a meeting with closed parts is shown only when an official has said that they are cut out.
  closed_parts_cut boolean not null default false,
  published_at timestamptz,
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint recording_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint recording_in_institution unique (institution_id, id),
  constraint recording_clock_of_recordings check (kind <> 'live' or (starts_at is null and seconds is null))
);
create index recordings_of_meeting on council.recordings (meeting_id);

-- A moment set by hand where the reckoned one is wrong: seconds from the beginning of the recording.
create table council.recording_marks (
  recording_id uuid not null references council.recordings (id) on delete cascade,
  item_id uuid references council.agenda_items (id),
  vote_id uuid references council.votes (id) on delete cascade,
  seconds int not null constraint recording_mark_seconds_positive check (seconds >= 0),
  constraint recording_mark_of_one check ((item_id is null) <> (vote_id is null))
);
create unique index recording_mark_of_item on council.recording_marks (recording_id, item_id) where item_id is not null;
create unique index recording_mark_of_vote on council.recording_marks (recording_id, vote_id) where vote_id is not null;

create table council.subtitles (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  recording_id uuid not null,
  lang text not null constraint subtitle_lang_known check (lang in ('sq', 'en', 'sr')),
  file_name text not null constraint subtitle_file_name_length check (length(file_name) between 1 and 200),
  -- Made by a machine, or written by a person.
  made_by text not null constraint subtitle_made_by_known check (made_by in ('person', 'machine')),
  published_at timestamptz not null,
  constraint subtitle_of_recording foreign key (institution_id, recording_id) references council.recordings (institution_id, id),
  constraint subtitle_once unique (recording_id, lang)
);

create table council.subtitle_cues (
  subtitle_id uuid not null references council.subtitles (id) on delete cascade,
  recording_id uuid not null references council.recordings (id) on delete cascade,
  ordinal int not null,
  from_ms int not null,
  to_ms int not null,
  words text not null constraint subtitle_cue_words_length check (length(words) between 1 and 2000),
  primary key (subtitle_id, ordinal),
  constraint subtitle_cue_in_order check (to_ms >= from_ms)
);
create index subtitle_cues_by_recording on council.subtitle_cues (recording_id);
