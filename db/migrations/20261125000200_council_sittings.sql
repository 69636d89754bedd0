-- The meeting live. What happens is a row, in order, never changed; presence, motions, speeches and votes are what follows from
-- the rows (src/modules/council/sitting/). PostgreSQL 15.

-- Who holds the pen: one device writes the record at a time; another takes over with one button.
create table council.pens (
  meeting_id uuid primary key,
  institution_id uuid not null,
  -- Rises with each taking; an event names the pen that wrote it.
  number int not null constraint pen_number_positive check (number > 0),
  account_id uuid not null references platform.accounts (id),
  device uuid not null,
  taken_at timestamptz not null,
  seen_at timestamptz not null,
  constraint pen_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id)
);

create table council.sitting_events (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  meeting_id uuid not null,
  -- Made by the device that recorded it: the same event arrives once, however often it is sent.
  event_id uuid not null constraint sitting_event_once unique,
  -- Its place in the record of the meeting.
  ordinal int not null constraint sitting_event_ordinal_positive check (ordinal > 0),
  kind text not null constraint sitting_event_kind_known check (kind in
    ('opened', 'roll-called', 'arrived', 'left', 'chair-taken', 'item-opened', 'item-closed', 'item-added', 'agenda-ordered',
     'speaker-called', 'speaker-ended', 'motion-moved', 'motion-withdrawn', 'conflict-declared', 'conflict-lifted',
     'vote-opened', 'vote-taken', 'vote-cancelled', 'doors-closed', 'doors-opened', 'suspended', 'resumed', 'closed', 'reopened',
     'noted', 'corrected')),
  -- What belongs to the kind: SittingEventBody in sitting-event-rules.ts.
  body jsonb not null constraint sitting_event_body_object check (jsonb_typeof(body) = 'object'),
  -- When it happened, by the device; when it came here.
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  pen int,
  -- 'applied': part of the record. 'set-aside': it did not fit the rules when it came, and waits for a decision.
  -- 'entered': set aside, and entered by decision as a later event; 'dropped': set aside, and left out with a reason.
  state text not null constraint sitting_event_state_known check (state in ('applied', 'set-aside', 'entered', 'dropped')),
  refusal text constraint sitting_event_refusal_shape check (refusal ~ '^[a-z]+(-[a-z]+)*$'),
  settled_at timestamptz,
  settled_by uuid references platform.accounts (id),
  settled_reason text constraint sitting_event_settled_reason_length check (length(settled_reason) between 3 and 1000),
  -- Said behind closed doors: nobody outside the office reads it.
  closed boolean not null default false,
  constraint sitting_event_in_order unique (meeting_id, ordinal),
  constraint sitting_event_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint sitting_event_refused_or_applied check ((state = 'applied') = (refusal is null)),
  constraint sitting_event_settled_by_somebody check ((state in ('entered', 'dropped')) = (settled_at is not null))
);
create index sitting_events_waiting on council.sitting_events (meeting_id) where state = 'set-aside';

-- Each stretch of time in which a member was there, one row a stretch; a member who never came has one row without times.
create table council.attendances (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  -- 'present', 'remote', or 'excused' and 'absent' (then without times).
  state text not null constraint attendance_state_known check (state in ('present', 'remote', 'excused', 'absent')),
  from_at timestamptz,
  -- Null: still there.
  to_at timestamptz,
  constraint attendance_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint attendance_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id),
  constraint attendance_times check ((state in ('present', 'remote')) = (from_at is not null)),
  constraint attendance_in_order check (to_at >= from_at)
);
create index attendances_of_meeting on council.attendances (meeting_id, person_id, from_at);
create index attendances_by_person on council.attendances (person_id, from_at desc);
create unique index attendance_once_open on council.attendances (meeting_id, person_id) where from_at is not null and to_at is null;
create unique index attendance_once_away on council.attendances (meeting_id, person_id) where from_at is null;

create table council.motions (
  id uuid primary key,
  institution_id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  ordinal int not null,
  kind text not null constraint motion_kind_known check (kind in ('amendment', 'procedural', 'main')),
  -- The article it would change, as it is called in the draft.
  article text constraint motion_article_length check (length(article) between 1 and 200),
  words text not null constraint motion_words_length check (length(words) between 2 and 10000),
  -- Who moves it: a member, or in words (the mayor, a commission).
  person_id uuid,
  mover text constraint motion_mover_length check (length(mover) between 2 and 200),
  state text not null constraint motion_state_known check (state in ('moved', 'withdrawn', 'adopted', 'rejected')),
  moved_at timestamptz not null,
  closed boolean not null default false,
  constraint motion_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint motion_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id),
  constraint motion_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id)
);
create index motions_of_meeting on council.motions (meeting_id, item_id, ordinal);
create index motions_by_person on council.motions (person_id) where person_id is not null;

create table council.speeches (
  id uuid primary key,
  institution_id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  ordinal int not null,
  person_id uuid,
  -- Somebody who is no member: a guest, a citizen who is heard.
  speaker text constraint speech_speaker_length check (length(speaker) between 2 and 200),
  minutes int constraint speech_minutes_positive check (minutes between 1 and 600),
  from_at timestamptz not null,
  to_at timestamptz,
  closed boolean not null default false,
  constraint speech_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint speech_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id),
  constraint speech_in_order check (to_at >= from_at)
);
create index speeches_of_meeting on council.speeches (meeting_id, ordinal);

-- A vote that was taken. What was counted can never be more than who was there and could vote, and never stands without quorum.
create table council.votes (
  id uuid primary key,
  institution_id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  motion_id uuid references council.motions (id),
  ordinal int not null constraint vote_ordinal_positive check (ordinal > 0),
  stage text not null constraint vote_stage_known check (stage in
    ('agenda', 'minutes', 'in-principle', 'article', 'amendment', 'as-a-whole', 'procedural', 'closing-doors', 'election', 'other')),
  article text constraint vote_article_length check (length(article) between 1 and 200),
  question text not null constraint vote_question_length check (length(question) between 2 and 2000),
  method text not null constraint vote_method_known check (method in ('by-name', 'by-hands', 'secret')),
  -- The majority it needed: of whom, how much, and where that stands. See law/majorities.
  majority_id text,
  majority_of text not null constraint vote_majority_of_known check (majority_of in ('all-members', 'present', 'voting')),
  majority_numerator int not null,
  majority_denominator int not null,
  -- More than the fraction, or at least.
  majority_strict boolean not null,
  majority_basis text constraint vote_majority_basis_length check (length(majority_basis) between 2 and 500),
  members int not null,
  quorum int not null,
  present int not null,
  entitled int not null,
  needed int not null,
  votes_for int not null,
  votes_against int not null,
  votes_abstain int not null,
  -- There, entitled, and did not vote.
  not_voting int not null,
  result text not null constraint vote_result_known check (result in ('adopted', 'rejected', 'tied')),
  opened_at timestamptz not null,
  taken_at timestamptz not null,
  closed boolean not null default false,
  constraint vote_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint vote_in_institution unique (institution_id, id),
  constraint vote_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id),
  constraint vote_majority_is_fraction check (majority_numerator >= 0 and majority_denominator > 0
    and majority_numerator <= majority_denominator),
  constraint vote_counts_positive check (votes_for >= 0 and votes_against >= 0 and votes_abstain >= 0 and not_voting >= 0),
  constraint vote_counts_who_was_there check (votes_for + votes_against + votes_abstain + not_voting = entitled),
  constraint vote_entitled_were_present check (entitled <= present and present <= members),
  constraint vote_had_quorum check (present >= quorum and quorum > 0),
  constraint vote_in_order check (taken_at >= opened_at)
);
create index votes_of_meeting on council.votes (meeting_id, ordinal);
create index votes_of_item on council.votes (item_id) where item_id is not null;
create index votes_by_time on council.votes (institution_id, taken_at desc, id);

-- How each member voted: of votes by name alone.
create table council.ballots (
  institution_id uuid not null,
  vote_id uuid not null,
  person_id uuid not null,
  choice text not null constraint ballot_choice_known check (choice in ('for', 'against', 'abstain', 'not-voting')),
  primary key (vote_id, person_id),
  constraint ballot_of_vote foreign key (institution_id, vote_id) references council.votes (institution_id, id) on delete cascade,
  constraint ballot_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id)
);
create index ballots_by_person on council.ballots (person_id, vote_id);

-- Which majority adopts what, as an institution sets it where the law was not seen: its rules, with the article.
create table council.majority_settings (
  institution_id uuid not null references platform.institutions (id),
  act_kind text not null constraint majority_setting_act_kind_shape check (act_kind ~ '^[a-z]+(-[a-z]+)*$'),
  majority_of text not null constraint majority_setting_of_known check (majority_of in ('all-members', 'present', 'voting')),
  numerator int not null,
  denominator int not null,
  strict boolean not null,
  basis text not null constraint majority_setting_basis_length check (length(basis) between 3 and 500),
  version int not null default 1,
  set_at timestamptz not null,
  set_by uuid references platform.accounts (id),
  primary key (institution_id, act_kind),
  constraint majority_setting_is_fraction check (numerator >= 0 and denominator > 0 and numerator <= denominator)
);
