-- Convening: what is deliberated, meetings of the council and its commissions, their agenda, whom they call, what changed since
-- the notice. PostgreSQL 15.

-- What lies before a body: a draft act, a report, a motion, a question. Its files are documents of subject council.paper:<id>.
create table council.papers (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint paper_form_once unique,
  import_key text constraint paper_import_key_length check (length(import_key) between 1 and 500),
  -- As printed on it; typed by the office.
  reference text constraint paper_reference_length check (length(reference) between 1 and 80),
  title text not null constraint paper_title_length check (length(title) between 2 and 2000),
  title_en text constraint paper_title_en_length check (length(title_en) between 2 and 2000),
  summary text constraint paper_summary_length check (length(summary) between 2 and 5000),
  lang text not null default 'sq' constraint paper_lang_shape check (lang ~ '^[a-z]{2}$'),
  kind text not null constraint paper_kind_known check (kind in
    ('draft-decision', 'draft-regulation', 'draft-resolution', 'report', 'motion', 'question', 'petition', 'information', 'other')),
  -- The word of the source, of one that was taken in.
  kind_words text constraint paper_kind_words_length check (length(kind_words) between 1 and 200),
  -- What it is for the question which majority adopts it: a key of law/majorities.
  act_kind text constraint paper_act_kind_shape check (act_kind ~ '^[a-z]+(-[a-z]+)*$'),
  proposer_kind text constraint paper_proposer_kind_known check (proposer_kind in
    ('mayor', 'councillor', 'group', 'commission', 'secretariat', 'citizens', 'other')),
  proposer text constraint paper_proposer_length check (length(proposer) between 2 and 300),
  proposer_id uuid,
  -- Another record that it comes from: consultations.consultation:<id>.
  about_ref text constraint paper_about_ref_shape check (about_ref ~ '^[a-z-]+\.[a-z-]+:.+$'),
  dated_on date,
  state text not null default 'draft' constraint paper_state_known check (state in ('draft', 'published', 'taken-down')),
  -- What a source knew besides, kept so that it can be given out again.
  source jsonb,
  version int not null default 1,
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  constraint paper_in_institution unique (institution_id, id),
  constraint paper_import_once unique (institution_id, import_key),
  constraint paper_of_person foreign key (institution_id, proposer_id) references council.councillors (institution_id, person_id),
  constraint paper_published_has_day check (state = 'draft' or published_at is not null)
);
create index papers_in_office on council.papers (institution_id, created_at desc, id desc);
create index papers_by_person on council.papers (proposer_id) where proposer_id is not null;
create index papers_about on council.papers (about_ref) where about_ref is not null;

create table council.meetings (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint meeting_form_once unique,
  import_key text constraint meeting_import_key_length check (length(import_key) between 1 and 500),
  -- The council itself or a commission; others that sit with it in meeting_bodies.
  body_id uuid not null,
  term_id uuid,
  slug text not null constraint meeting_slug_unique unique
    constraint meeting_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 120),
  -- Its number in the register of the body and the year, given when it is convened; never given back.
  number_year int,
  number int constraint meeting_number_positive check (number > 0),
  -- As printed, of one that was taken in.
  number_words text constraint meeting_number_words_length check (length(number_words) between 1 and 60),
  kind text not null constraint meeting_kind_known check (kind in ('ordinary', 'extraordinary', 'urgent', 'constitutive')),
  called_by text not null constraint meeting_called_by_known check (called_by in ('chair', 'mayor', 'members', 'prefect', 'other')),
  -- Who asked, and why: of an extraordinary or urgent one.
  call_reason text constraint meeting_call_reason_length check (length(call_reason) between 5 and 2000),
  -- Why the notice is shorter than the clock asks.
  short_notice_reason text constraint meeting_short_notice_reason_length check (length(short_notice_reason) between 5 and 1000),
  title text constraint meeting_title_length check (length(title) between 2 and 300),
  lang text not null default 'sq' constraint meeting_lang_shape check (lang ~ '^[a-z]{2}$'),
  starts_at timestamptz,
  ends_at timestamptz,
  -- The civil day it begins on, in the zone of the institution: kept by the deeds.
  day date,
  place text constraint meeting_place_length check (length(place) between 2 and 300),
  mode text not null default 'in-person' constraint meeting_mode_known check (mode in ('in-person', 'hybrid', 'online')),
  -- For the members alone.
  online_url text constraint meeting_online_url_shape check (online_url ~ '^https?://' and length(online_url) <= 500),
  accessibility text constraint meeting_accessibility_length check (length(accessibility) between 2 and 1000),
  -- The whole meeting behind closed doors: who asked, on what ground. The vote stands in council.votes.
  closed boolean not null default false,
  closed_asked_by text constraint meeting_closed_asked_by_length check (length(closed_asked_by) between 2 and 200),
  closed_reason text constraint meeting_closed_reason_length check (length(closed_reason) between 5 and 1000),
  state text not null default 'draft' constraint meeting_state_known check (state in
    ('draft', 'convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed', 'taken-down')),
  state_before text constraint meeting_state_before_known check (state_before in
    ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed')),
  -- Of the past: taken over from papers or another system.
  history boolean not null default false,
  convened_at timestamptz,
  -- What the record of the meeting says; null until it opens. Kept by the deeds that record it.
  opened_at timestamptz,
  closed_at timestamptz,
  cancel_reason text constraint meeting_cancel_reason_length check (length(cancel_reason) between 5 and 1000),
  source jsonb,
  version int not null default 1 constraint meeting_version_positive check (version > 0),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  constraint meeting_in_institution unique (institution_id, id),
  constraint meeting_import_once unique (institution_id, import_key),
  constraint meeting_of_body foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint meeting_of_term foreign key (institution_id, term_id) references council.terms (institution_id, id),
  constraint meeting_number_with_year check ((number is null) = (number_year is null)),
  constraint meeting_number_once unique (institution_id, body_id, number_year, number),
  constraint meeting_ends_after check (ends_at > starts_at),
  constraint meeting_record_in_order check (closed_at >= opened_at),
  constraint meeting_public_has_day check (state = 'draft' or published_at is not null),
  constraint meeting_before_takedown check ((state = 'taken-down') = (state_before is not null)),
  constraint meeting_closed_says_who check (not closed or closed_reason is not null)
);
-- A draft without a day stands first.
create index meetings_in_office on council.meetings (institution_id, (coalesce(day, date '2999-12-31')) desc, id desc);
create index meetings_public on council.meetings (day desc, id desc) where state in
  ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed');
create index meetings_public_of_institution on council.meetings (institution_id, day desc, id desc) where state in
  ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed');
create index meetings_of_body on council.meetings (body_id, day desc, id desc);

-- Commissions that sit together.
create table council.meeting_bodies (
  meeting_id uuid not null,
  institution_id uuid not null,
  body_id uuid not null,
  primary key (meeting_id, body_id),
  constraint meeting_body_of_meeting foreign key (institution_id, meeting_id)
    references council.meetings (institution_id, id) on delete cascade,
  constraint meeting_body_in_institution foreign key (institution_id, body_id) references platform.bodies (institution_id, id)
);
create index meeting_bodies_by_body on council.meeting_bodies (body_id);

-- The members who asked for it, where they did: counted against the seats.
create table council.meeting_callers (
  meeting_id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  primary key (meeting_id, person_id),
  constraint meeting_caller_of_meeting foreign key (institution_id, meeting_id)
    references council.meetings (institution_id, id) on delete cascade,
  constraint meeting_caller_is_person foreign key (institution_id, person_id)
    references council.councillors (institution_id, person_id)
);
create index meeting_callers_by_person on council.meeting_callers (person_id);

create table council.agenda_items (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  meeting_id uuid not null,
  import_key text constraint agenda_item_import_key_length check (length(import_key) between 1 and 500),
  ordinal int not null constraint agenda_item_ordinal_positive check (ordinal > 0),
  -- As printed, of one that was taken in: a label is text.
  label text constraint agenda_item_label_length check (length(label) between 1 and 30),
  title text not null constraint agenda_item_title_length check (length(title) between 2 and 2000),
  title_en text constraint agenda_item_title_en_length check (length(title_en) between 2 and 2000),
  kind text not null constraint agenda_item_kind_known check (kind in
    ('act', 'report', 'question', 'election', 'hearing', 'minutes', 'information', 'other')),
  paper_id uuid,
  -- Which majority adopts it; the paper's own where null.
  act_kind text constraint agenda_item_act_kind_shape check (act_kind ~ '^[a-z]+(-[a-z]+)*$'),
  rapporteur text constraint agenda_item_rapporteur_length check (length(rapporteur) between 2 and 200),
  origin text not null default 'notice' constraint agenda_item_origin_known check (origin in ('notice', 'added', 'on-the-day')),
  -- The item of an earlier meeting that comes back here.
  carried_from uuid references council.agenda_items (id),
  state text not null default 'planned' constraint agenda_item_state_known check (state in
    ('planned', 'withdrawn', 'postponed', 'sent-back', 'open', 'done')),
  state_reason text constraint agenda_item_state_reason_length check (length(state_reason) between 3 and 1000),
  sent_back_to uuid,
  -- Behind closed doors: what is shown in place of its title, who asked, and the ground.
  closed boolean not null default false,
  public_title text constraint agenda_item_public_title_length check (length(public_title) between 2 and 300),
  closed_asked_by text constraint agenda_item_closed_asked_by_length check (length(closed_asked_by) between 2 and 200),
  closed_reason text constraint agenda_item_closed_reason_length check (length(closed_reason) between 5 and 1000),
  -- Of a hearing: when it begins, and how long each may speak.
  hearing_at timestamptz,
  speaker_minutes int constraint agenda_item_speaker_minutes_positive check (speaker_minutes between 1 and 120),
  result text constraint agenda_item_result_length check (length(result) between 1 and 500),
  source jsonb,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint agenda_item_in_institution unique (institution_id, id),
  constraint agenda_item_of_this_meeting unique (meeting_id, id),
  constraint agenda_item_import_once unique (institution_id, import_key),
  constraint agenda_item_of_meeting foreign key (institution_id, meeting_id)
    references council.meetings (institution_id, id) on delete cascade,
  constraint agenda_item_of_paper foreign key (institution_id, paper_id) references council.papers (institution_id, id),
  constraint agenda_item_to_body foreign key (institution_id, sent_back_to) references platform.bodies (institution_id, id),
  constraint agenda_item_in_order unique (meeting_id, ordinal) deferrable initially deferred,
  constraint agenda_item_not_from_itself check (carried_from <> id),
  constraint agenda_item_closed_says_what check (not closed or (public_title is not null and closed_reason is not null))
);
create index agenda_items_by_paper on council.agenda_items (paper_id) where paper_id is not null;
create index agenda_items_carried on council.agenda_items (carried_from) where carried_from is not null;
create index agenda_items_hearings on council.agenda_items (hearing_at) where kind = 'hearing';

-- What a commission says of a paper.
create table council.opinions (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  form_id uuid constraint opinion_form_once unique,
  paper_id uuid not null,
  body_id uuid not null,
  -- The meeting of the commission in which it was given, where it is kept here.
  meeting_id uuid,
  stance text not null constraint opinion_stance_known check (stance in ('for', 'for-with-amendments', 'against', 'none')),
  words text constraint opinion_words_length check (length(words) between 2 and 10000),
  given_on date not null,
  votes_for int constraint opinion_votes_for_positive check (votes_for >= 0),
  votes_against int constraint opinion_votes_against_positive check (votes_against >= 0),
  votes_abstain int constraint opinion_votes_abstain_positive check (votes_abstain >= 0),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint opinion_of_paper foreign key (institution_id, paper_id) references council.papers (institution_id, id),
  constraint opinion_of_body foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint opinion_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint opinion_once unique (paper_id, body_id, given_on)
);
create index opinions_by_meeting on council.opinions (meeting_id) where meeting_id is not null;

-- What happened to it in public, with the time: notice, changes of the agenda and the package, until the minutes.
create table council.meeting_events (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  meeting_id uuid not null,
  form_id uuid constraint meeting_event_form_once unique,
  kind text not null constraint meeting_event_kind_known check (kind in
    ('convened', 'changed', 'moved', 'postponed', 'cancelled', 'item-added', 'item-changed', 'item-withdrawn', 'order-changed',
     'document-added', 'document-removed', 'opinion-added', 'opened', 'suspended', 'closed', 'minutes-approved', 'minutes-corrected',
     'recording-added', 'taken-in')),
  item_id uuid,
  -- What it was before and is now: {"starts_at": ["…", "…"]}; titles of closed items never stand here.
  changes jsonb not null default '{}' constraint meeting_event_changes_object check (jsonb_typeof(changes) = 'object'),
  reason text constraint meeting_event_reason_length check (length(reason) between 3 and 1000),
  version int not null,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint meeting_event_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint meeting_event_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id)
);
create index meeting_events_of_meeting on council.meeting_events (meeting_id, id);

-- Whom it calls: members, and guests by name or post. The link in the letter opens one page for one person and one meeting.
create table council.invitations (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  meeting_id uuid not null,
  person_id uuid,
  guest_name text constraint invitation_guest_name_length check (length(guest_name) between 2 and 120),
  guest_post text constraint invitation_guest_post_length check (length(guest_post) between 2 and 200),
  guest_email text constraint invitation_guest_email_shape check (guest_email ~ '^[^@\s]+@[^@\s]+$' and length(guest_email) <= 254),
  channel text not null constraint invitation_channel_known check (channel in ('mail', 'letter', 'hand', 'none')),
  token_digest bytea constraint invitation_token_unique unique,
  sent_at timestamptz,
  -- Of one handed over: to whom, and when.
  handed_at timestamptz,
  handed_note text constraint invitation_handed_note_length check (length(handed_note) between 2 and 300),
  answer text constraint invitation_answer_known check (answer in ('coming', 'remote', 'excused')),
  -- For the secretary alone.
  answer_note text constraint invitation_answer_note_length check (length(answer_note) between 2 and 500),
  answered_at timestamptz,
  -- Null: by the link; else the official who wrote it down.
  answered_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint invitation_in_meeting unique (meeting_id, id),
  constraint invitation_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint invitation_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id),
  constraint invitation_is_somebody check ((person_id is null) <> (guest_name is null and guest_post is null)),
  constraint invitation_answer_has_time check ((answer is null) = (answered_at is null))
);
create unique index invitation_once on council.invitations (meeting_id, person_id) where person_id is not null;
create index invitations_by_person on council.invitations (person_id) where person_id is not null;

-- A conflict of interest that a member declares for an item: before the meeting by the link, or in it.
create table council.conflicts (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  -- In a few words, public; null: declared without saying why.
  ground text constraint conflict_ground_length check (length(ground) between 2 and 500),
  how text not null constraint conflict_how_known check (how in ('link', 'office', 'meeting')),
  declared_at timestamptz not null,
  lifted_at timestamptz,
  constraint conflict_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id) on delete cascade,
  constraint conflict_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id)
);
create unique index conflict_once on council.conflicts (item_id, person_id) where lifted_at is null;
create index conflicts_of_meeting on council.conflicts (meeting_id);
create index conflicts_by_person on council.conflicts (person_id);

-- Proof that the notice was posted up: where, when, with a photograph (document of subject council.meeting:<id>).
create table council.postings (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  meeting_id uuid not null,
  form_id uuid constraint posting_form_once unique,
  place text not null constraint posting_place_length check (length(place) between 2 and 300),
  posted_at timestamptz not null,
  document_id uuid,
  by_account_id uuid references platform.accounts (id),
  entered_at timestamptz not null,
  constraint posting_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id)
);
create index postings_of_meeting on council.postings (meeting_id, posted_at);
