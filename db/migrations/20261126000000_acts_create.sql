-- Acts: what a council adopted, from the vote to the text in force. What is drafted belongs to the council's papers; an act
-- begins with the vote that adopted it, or comes from an archive. PostgreSQL 15.
create schema council_acts;

-- How an institution keeps its register, and who supervises it.
create table council_acts.settings (
  institution_id uuid primary key references platform.institutions (id),
  -- One row of numbers for all acts of a year, or one for each kind.
  numbering text not null default 'one' constraint act_setting_numbering_known check (numbering in ('one', 'by-kind')),
  -- The mayor may return a decision for reconsideration: off unless the institution says so, with its ground.
  mayor_may_return boolean not null default false,
  mayor_return_basis text constraint act_setting_return_basis_length check (length(mayor_return_basis) between 3 and 500),
  -- To whom acts go for the review of legality: its name and address for the letter, and, where it works here, its institution.
  authority_name text constraint act_setting_authority_name_length check (length(authority_name) between 2 and 300),
  authority_address text constraint act_setting_authority_address_length check (length(authority_address) between 2 and 500),
  authority_email text constraint act_setting_authority_email_shape check
    (authority_email ~ '^[^@\s]+@[^@\s]+$' and length(authority_email) <= 254),
  authority_institution_id uuid references platform.institutions (id),
  -- Who signs beside the chair of the council.
  secretary_signs boolean not null default true,
  version int not null default 1,
  set_at timestamptz not null,
  set_by uuid references platform.accounts (id),
  constraint act_setting_return_says_why check (not mayor_may_return or mayor_return_basis is not null)
);
create index act_settings_of_authority on council_acts.settings (authority_institution_id) where authority_institution_id is not null;

create table council_acts.acts (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint act_form_once unique,
  import_key text constraint act_import_key_length check (length(import_key) between 1 and 500),
  -- The archive it came with (council_acts.archives).
  archive_id uuid,
  -- The body that adopted it; of the archive it may be unknown.
  body_id uuid,
  kind text not null constraint act_kind_known check (kind in
    ('decision', 'regulation', 'resolution', 'order', 'instruction', 'statute', 'law', 'minutes', 'notice', 'report', 'other')),
  -- The word of the source, where it is another.
  kind_words text constraint act_kind_words_length check (length(kind_words) between 1 and 200),
  -- On it depends how it comes into force. Null: not known, of the archive.
  nature text constraint act_nature_known check (nature in ('normative', 'individual', 'internal')),
  -- Its place in the register: a row of numbers (series), a year, a number. `serial` is also the number read from a printed one,
  -- so that gaps can be seen; `numbered_at` says that it was given here.
  series text not null default '' constraint act_series_length check (length(series) <= 40),
  year int constraint act_year_plausible check (year between 1900 and 2200),
  serial int constraint act_serial_positive check (serial > 0),
  -- As printed, of one that was taken in: 12/a.
  number_words text constraint act_number_words_length check (length(number_words) between 1 and 100),
  numbered_at timestamptz,
  slug text constraint act_slug_unique unique
    -- With a number in it, so that no page of the register can be hidden by an act.
    constraint act_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and slug ~ '[0-9]' and length(slug) between 3 and 140),
  title text not null constraint act_title_length check (length(title) between 2 and 2000),
  title_en text constraint act_title_en_length check (length(title_en) between 2 and 2000),
  summary text constraint act_summary_length check (length(summary) between 2 and 5000),
  lang text not null default 'sq' constraint act_lang_shape check (lang ~ '^[a-z]{2}$'),
  -- Names a private person (an individual act): what is shown in place of its title; text and files stay inside.
  restricted boolean not null default false,
  public_title text constraint act_public_title_length check (length(public_title) between 2 and 300),
  restricted_ground text constraint act_restricted_ground_length check (length(restricted_ground) between 3 and 500),
  adopted_on date,
  -- What the source says where no day could be read.
  adopted_words text constraint act_adopted_words_length check (length(adopted_words) between 1 and 100),
  -- Where it comes from: council.meeting:, council.vote:, council.paper: references.
  meeting_ref text constraint act_meeting_ref_shape check (meeting_ref ~ '^council\.meeting:.+$'),
  vote_ref text constraint act_vote_ref_shape check (vote_ref ~ '^council\.vote:.+$'),
  paper_ref text constraint act_paper_ref_shape check (paper_ref ~ '^council\.paper:.+$'),
  proposer_kind text constraint act_proposer_kind_known check (proposer_kind in
    ('mayor', 'councillor', 'group', 'commission', 'secretariat', 'citizens', 'other')),
  proposer text constraint act_proposer_length check (length(proposer) between 2 and 300),
  commission_id uuid,
  -- The commission as the source calls it.
  commission_words text constraint act_commission_words_length check (length(commission_words) between 1 and 300),
  -- Its text in articles (the rooms of texts), and how far that is: as it lay before the council, or as it was adopted.
  text_id uuid,
  text_state text not null default 'none' constraint act_text_state_known check (text_state in ('none', 'laid', 'adopted')),
  text_confirmed_at timestamptz,
  text_confirmed_by uuid references platform.accounts (id),
  -- The words of an archive that were not read into articles.
  plain_text text constraint act_plain_text_length check (length(plain_text) between 1 and 5000000),
  -- The file is a picture: its words are not known yet.
  unreadable boolean not null default false,
  signed_on date,
  chair_name text constraint act_chair_name_length check (length(chair_name) between 2 and 200),
  secretary_name text constraint act_secretary_name_length check (length(secretary_name) between 2 and 200),
  -- 'draft': being prepared in the office. 'numbered': in the register, its text not announced yet. 'announced': everybody reads
  -- it. 'void': its number was taken back with a reason, and stays in the register.
  state text not null default 'draft' constraint act_state_known check (state in ('draft', 'numbered', 'announced', 'void', 'taken-down')),
  state_before text constraint act_state_before_known check (state_before in ('numbered', 'announced', 'void')),
  void_reason text constraint act_void_reason_length check (length(void_reason) between 5 and 1000),
  -- Of the past: taken over from an archive.
  history boolean not null default false,
  announced_on date,
  announced_at timestamptz,
  -- The last day on which it could be announced in time; null: no rule said so. Kept by the deeds from the deadline.
  announce_by date,
  -- How it comes into force, and from when to when it is.
  force_basis text constraint act_force_basis_known check (force_basis in ('after-announcement', 'on-notification', 'on-day', 'stated')),
  -- Which article of it names the day.
  force_article text constraint act_force_article_length check (length(force_article) between 1 and 200),
  in_force_from date,
  in_force_to date,
  -- Stopped for a while (a court, the council): from when.
  suspended_from date,
  -- Only of the archive: what the source says of its force, without days.
  stated_force text constraint act_stated_force_known check (stated_force in ('in-force', 'amended', 'repealed', 'not-yet', 'suspended')),
  -- The newest word of the review of legality, kept by the deeds of the review.
  legality text not null default 'none' constraint act_legality_known check (legality in
    ('none', 'not-needed', 'sent', 'registered', 'conform', 'returned', 're-examined', 'court', 'upheld', 'annulled')),
  source jsonb,
  version int not null default 1 constraint act_version_positive check (version > 0),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  constraint act_in_institution unique (institution_id, id),
  constraint act_import_once unique (institution_id, import_key),
  constraint act_of_body foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint act_of_commission foreign key (institution_id, commission_id) references platform.bodies (institution_id, id),
  constraint act_of_text foreign key (institution_id, text_id) references platform.texts (institution_id, id),
  constraint act_public_is_complete check (state = 'draft' or (published_at is not null and slug is not null)),
  constraint act_number_is_whole check (numbered_at is null or (year is not null and serial is not null)),
  constraint act_announced_has_day check (state <> 'announced' or history or announced_on is not null),
  constraint act_void_says_why check ((state = 'void' or state_before = 'void') = (void_reason is not null)),
  constraint act_before_takedown check ((state = 'taken-down') = (state_before is not null)),
  constraint act_restricted_says_what check (not restricted or (public_title is not null and restricted_ground is not null)),
  constraint act_text_said check ((text_state = 'none') = (text_id is null)),
  constraint act_force_in_order check (in_force_to >= in_force_from),
  constraint act_announced_after_adoption check (announced_on >= adopted_on)
);
-- A number that was given here belongs to one act; printed ones may be double, and the register says so.
create unique index act_numbered_once on council_acts.acts (institution_id, series, year, serial) where numbered_at is not null;
create unique index act_of_vote_once on council_acts.acts (vote_ref) where vote_ref is not null;
create index acts_in_office on council_acts.acts
  (institution_id, (coalesce(adopted_on, date '9999-12-31')) desc, (coalesce(serial, 2147483647)) desc, id desc);
create index acts_in_all_offices on council_acts.acts
  ((coalesce(adopted_on, date '9999-12-31')) desc, (coalesce(serial, 2147483647)) desc, id desc);
create index acts_of_text on council_acts.acts (text_id) where text_id is not null;
create index acts_of_paper on council_acts.acts (paper_ref) where paper_ref is not null;
create index acts_of_meeting on council_acts.acts (meeting_ref) where meeting_ref is not null;
create index acts_of_archive on council_acts.acts (archive_id, id) where archive_id is not null;
-- What numbers there are, and so which are missing, without the acts themselves.
create index acts_by_number on council_acts.acts (institution_id, year, series, serial) include (state, numbered_at)
  where serial is not null;
-- The register, newest first: an unknown day stands last. It is walked by page numbers and narrowed in many ways, so the index
-- has all that narrows it, and the acts themselves are read for one page alone.
create index acts_register on council_acts.acts ((coalesce(adopted_on, date '0001-01-01')) desc, id desc)
  include (adopted_on, institution_id, kind, nature, year, state, legality, commission_id, restricted, proposer_kind,
           in_force_from, in_force_to, suspended_from, stated_force)
  where state in ('numbered', 'announced', 'void');
create index acts_register_of_institution on council_acts.acts
  (institution_id, (coalesce(adopted_on, date '0001-01-01')) desc, id desc)
  include (adopted_on, kind, nature, year, state, legality, commission_id, restricted, proposer_kind,
           in_force_from, in_force_to, suspended_from, stated_force)
  where state in ('numbered', 'announced', 'void');
create index acts_register_of_year on council_acts.acts
  (year, (coalesce(adopted_on, date '0001-01-01')) desc, id desc)
  include (adopted_on, institution_id, kind, nature, state, legality, commission_id, restricted, proposer_kind,
           in_force_from, in_force_to, suspended_from, stated_force)
  where state in ('numbered', 'announced', 'void');
create index acts_register_of_kind on council_acts.acts
  (institution_id, kind, (coalesce(adopted_on, date '0001-01-01')) desc, id desc) where state in ('numbered', 'announced', 'void');
create index acts_register_of_commission on council_acts.acts
  (commission_id, (coalesce(adopted_on, date '0001-01-01')) desc, id desc) where state in ('numbered', 'announced', 'void');
create index acts_register_of_legality on council_acts.acts
  (institution_id, legality, (coalesce(adopted_on, date '0001-01-01')) desc, id desc) where state in ('numbered', 'announced', 'void');
create index acts_changed on council_acts.acts (changed_at desc, id desc) where state in ('numbered', 'announced', 'void');

-- Amendments that were adopted, each to be made in the text before it is confirmed.
create table council_acts.amendments (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  act_id uuid not null,
  ordinal int not null constraint act_amendment_ordinal_positive check (ordinal > 0),
  motion_ref text constraint act_amendment_motion_ref_shape check (motion_ref ~ '^council\.motion:.+$'),
  article text constraint act_amendment_article_length check (length(article) between 1 and 200),
  words text not null constraint act_amendment_words_length check (length(words) between 2 and 10000),
  mover text constraint act_amendment_mover_length check (length(mover) between 2 and 200),
  -- Moved behind closed doors: the office writes it into the text, and nobody else reads who moved what.
  closed boolean not null default false,
  -- 'made': it stands in the text, at these nodes. 'no-words': it changes no words of the text, and the note says what it does.
  state text not null default 'open' constraint act_amendment_state_known check (state in ('open', 'made', 'no-words')),
  node_ids uuid[] not null default '{}',
  note text constraint act_amendment_note_length check (length(note) between 3 and 1000),
  settled_at timestamptz,
  settled_by uuid references platform.accounts (id),
  constraint act_amendment_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade,
  constraint act_amendment_in_order unique (act_id, ordinal),
  constraint act_amendment_settled check ((state = 'open') = (settled_at is null)),
  constraint act_amendment_no_words_says_why check (state <> 'no-words' or note is not null)
);

-- What each published version of its text is: as it lay before the council, as adopted, or a later state, consolidated by a
-- person from the acts that changed it.
create table council_acts.states (
  version_id uuid primary key,
  institution_id uuid not null,
  act_id uuid not null,
  role text not null constraint act_state_role_known check (role in ('laid', 'adopted', 'consolidated')),
  -- From this day these words hold; of 'laid' null, of 'adopted' null until its force is known.
  holds_from date,
  note text constraint act_state_note_length check (length(note) between 3 and 1000),
  confirmed_at timestamptz not null,
  confirmed_by uuid references platform.accounts (id),
  constraint act_state_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id),
  constraint act_state_of_version foreign key (institution_id, version_id) references platform.text_versions (institution_id, id),
  constraint act_state_consolidated_has_day check (role <> 'consolidated' or holds_from is not null)
);
create index act_states_of_act on council_acts.states (act_id, holds_from);
create unique index act_state_once on council_acts.states (act_id, role) where role <> 'consolidated';

-- What one act does to another, as its articles say. The other may be one that is not kept here: then its name in words.
create table council_acts.relations (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  form_id uuid constraint act_relation_form_once unique,
  act_id uuid not null,
  kind text not null constraint act_relation_kind_known check (kind in
    ('amends', 'repeals', 'repeals-partly', 'implements', 'corrects', 'replaces', 'suspends')),
  -- By which article of it; which articles of the other.
  by_articles text constraint act_relation_by_articles_length check (length(by_articles) between 1 and 300),
  of_articles text constraint act_relation_of_articles_length check (length(of_articles) between 1 and 300),
  other_id uuid,
  other_words text constraint act_relation_other_words_length check (length(other_words) between 2 and 2000),
  -- It runs the other way: words of a catalogue that the other one does this to the act ("Ndryshohet nga …").
  passive boolean not null default false,
  effective_on date,
  -- 'doubt': found by the program in words, and nobody has confirmed it.
  state text not null constraint act_relation_state_known check (state in ('standing', 'doubt', 'dropped')),
  origin text not null constraint act_relation_origin_known check (origin in ('typed', 'read', 'archive')),
  -- 'read': found in the articles of the act itself; nobody outside sees that before somebody confirms it. `found_in`: the
  -- words in which it was found.
  found_in text constraint act_relation_found_in_length check (length(found_in) between 1 and 2000),
  -- The version of the other's text in which it was carried out.
  carried_out_in uuid references council_acts.states (version_id),
  created_at timestamptz not null,
  created_by uuid references platform.accounts (id),
  settled_at timestamptz,
  settled_by uuid references platform.accounts (id),
  constraint act_relation_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade,
  -- Acts of one institution, or of another one of the installation.
  constraint act_relation_to_act foreign key (other_id) references council_acts.acts (id),
  constraint act_relation_to_something check (other_id is not null or other_words is not null),
  constraint act_relation_not_to_itself check (other_id <> act_id)
);
create index act_relations_of_act on council_acts.relations (act_id);
create index act_relations_to_act on council_acts.relations (other_id) where other_id is not null;
create unique index act_relation_once on council_acts.relations (act_id, kind, other_id) where other_id is not null and state = 'standing';
create index act_relations_doubtful on council_acts.relations (institution_id, id) where state = 'doubt';

-- What happened to it, as everybody reads it, in its order.
create table council_acts.act_events (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  act_id uuid not null,
  form_id uuid constraint act_event_form_once unique,
  kind text not null constraint act_event_kind_known check (kind in
    ('adopted', 'text-confirmed', 'returned-by-mayor', 'reconsidered', 'numbered', 'signed', 'signed-file', 'announced', 'posted', 'notified',
     'transmitted', 'transmittal-withdrawn', 'registered', 'conform', 'returned', 're-examined', 'sent-to-court', 'upheld',
     'annulled', 'not-needed', 'verdict-corrected',
     'in-force', 'suspended', 'resumed', 'changed', 'repealed', 'consolidated', 'corrected', 'void', 'taken-in')),
  -- The civil day on which it happened, where it is another than that of its entry.
  happened_on date,
  reason text constraint act_event_reason_length check (length(reason) between 3 and 2000),
  -- The act by which it happened; the version of the text; a reference of the paper register.
  by_act_id uuid references council_acts.acts (id),
  text_version_id uuid,
  protocol text constraint act_event_protocol_length check (length(protocol) between 1 and 100),
  version int not null,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint act_event_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade
);
create index act_events_of_act on council_acts.act_events (act_id, id);
create index act_events_by_act on council_acts.act_events (by_act_id) where by_act_id is not null;

-- The mayor returned it with reasons, where the institution knows that; and what the council did.
create table council_acts.mayor_returns (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  act_id uuid not null,
  form_id uuid constraint mayor_return_form_once unique,
  returned_on date not null,
  reasons text not null constraint mayor_return_reasons_length check (length(reasons) between 5 and 5000),
  protocol text constraint mayor_return_protocol_length check (length(protocol) between 1 and 100),
  -- 'upheld': adopted again as it was. 'changed': with another text. 'withdrawn': given up by the council.
  outcome text constraint mayor_return_outcome_known check (outcome in ('upheld', 'changed', 'withdrawn')),
  outcome_on date,
  outcome_vote_ref text constraint mayor_return_vote_ref_shape check (outcome_vote_ref ~ '^council\.vote:.+$'),
  created_at timestamptz not null,
  constraint mayor_return_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade,
  constraint mayor_return_outcome_has_day check ((outcome is null) = (outcome_on is null))
);
create unique index mayor_return_open_once on council_acts.mayor_returns (act_id) where outcome is null;

-- What the check of the signatures in a file said, when it was put in. The file is a document of subject council-acts.act:<id>.
create table council_acts.signature_checks (
  document_id uuid primary key,
  institution_id uuid not null,
  act_id uuid not null,
  report jsonb not null constraint signature_check_report_object check (jsonb_typeof(report) = 'object'),
  checked_at timestamptz not null,
  constraint signature_check_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade
);
create index signature_checks_of_act on council_acts.signature_checks (act_id);

-- Proof that it was posted up: where, when, with a photograph.
create table council_acts.postings (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  act_id uuid not null,
  form_id uuid constraint act_posting_form_once unique,
  place text not null constraint act_posting_place_length check (length(place) between 2 and 300),
  posted_on date not null,
  taken_off_on date,
  document_id uuid,
  by_account_id uuid references platform.accounts (id),
  entered_at timestamptz not null,
  constraint act_posting_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade,
  constraint act_posting_in_order check (taken_off_on >= posted_on)
);
create index act_postings_of_act on council_acts.postings (act_id, posted_on);

-- An individual act is in force when it is notified. To whom stays in the office, until the day it is forgotten.
create table council_acts.notifications (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  act_id uuid not null,
  form_id uuid constraint act_notification_form_once unique,
  addressee text constraint act_notification_addressee_length check (length(addressee) between 2 and 300),
  channel text not null constraint act_notification_channel_known check (channel in ('hand', 'registered-mail', 'electronic', 'posted', 'other')),
  notified_on date not null,
  protocol text constraint act_notification_protocol_length check (length(protocol) between 1 and 100),
  forget_on date,
  entered_at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint act_notification_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id) on delete cascade
);
create index act_notifications_of_act on council_acts.notifications (act_id, notified_on);
create index act_notifications_to_forget on council_acts.notifications (forget_on) where addressee is not null;

-- A number that is missing, with what the institution says about it; the register shows the gap either way.
create table council_acts.gap_notes (
  id uuid not null default gen_random_uuid() constraint gap_note_id_unique unique,
  institution_id uuid not null references platform.institutions (id),
  series text not null default '',
  year int not null,
  serial int not null constraint gap_note_serial_positive check (serial > 0),
  -- The last number of the same gap, where it is longer than one.
  until int constraint gap_note_in_order check (until > serial),
  words text not null constraint gap_note_words_length check (length(words) between 5 and 1000),
  version int not null default 1,
  noted_at timestamptz not null,
  changed_at timestamptz,
  noted_by uuid references platform.accounts (id),
  primary key (institution_id, series, year, serial)
);
