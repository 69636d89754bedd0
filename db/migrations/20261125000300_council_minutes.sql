-- Minutes: drafted from the record when the meeting closes, edited, approved at a later meeting, published; extracts and
-- certified copies of them. PostgreSQL 15.

create table council.minutes (
  meeting_id uuid primary key,
  institution_id uuid not null,
  -- 'draft': the office's alone. 'proposed': before the council. 'approved': everybody reads it.
  state text not null constraint minutes_state_known check (state in ('draft', 'proposed', 'approved')),
  opening text not null default '' constraint minutes_opening_length check (length(opening) <= 20000),
  ending text not null default '' constraint minutes_ending_length check (length(ending) <= 20000),
  -- Who signs, as it stands under them: [{"name": "…", "post": "…"}].
  signatures jsonb not null default '[]' constraint minutes_signatures_list check (jsonb_typeof(signatures) = 'array'),
  -- Published before the council approves them, marked so; null: not.
  proposed_at timestamptz,
  approved_at timestamptz,
  approved_in uuid,
  approved_vote uuid,
  version int not null default 1,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid references platform.accounts (id),
  constraint minutes_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint minutes_approved_somewhere foreign key (institution_id, approved_in) references council.meetings (institution_id, id),
  constraint minutes_approved_by_vote foreign key (institution_id, approved_vote) references council.votes (institution_id, id),
  constraint minutes_approved_has_time check ((state = 'approved') = (approved_at is not null))
);
create index minutes_waiting on council.minutes (institution_id, drafted_at) where state <> 'approved';

-- What the secretary writes of each item; what was counted stands in the votes and is never typed again.
create table council.minutes_items (
  meeting_id uuid not null,
  institution_id uuid not null,
  item_id uuid not null,
  words text not null default '' constraint minutes_item_words_length check (length(words) <= 50000),
  changed_at timestamptz not null,
  primary key (meeting_id, item_id),
  constraint minutes_item_of_minutes foreign key (meeting_id) references council.minutes (meeting_id) on delete cascade,
  constraint minutes_item_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id)
);

-- The minutes as they were approved, and each correction after: never changed. The record is all that the page shows.
create table council.minutes_versions (
  meeting_id uuid not null,
  institution_id uuid not null,
  version int not null constraint minutes_version_positive check (version > 0),
  record jsonb not null,
  reason text constraint minutes_version_reason_length check (length(reason) between 3 and 1000),
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  primary key (meeting_id, version),
  constraint minutes_version_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id)
);

-- Extracts of minutes and certified copies, numbered; who asked is the office's alone.
create table council.certified_copies (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint certified_copy_form_once unique,
  year int not null,
  number int not null constraint certified_copy_number_positive check (number > 0),
  kind text not null constraint certified_copy_kind_known check (kind in ('extract', 'copy')),
  meeting_id uuid not null,
  item_id uuid,
  minutes_version int not null,
  asked_by text constraint certified_copy_asked_by_length check (length(asked_by) between 2 and 200),
  asked_on date,
  made_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text constraint certified_copy_cancel_reason_length check (length(cancel_reason) between 3 and 500),
  by_account_id uuid references platform.accounts (id),
  created_at timestamptz not null,
  constraint certified_copy_number_once unique (institution_id, year, number),
  constraint certified_copy_of_version foreign key (meeting_id, minutes_version)
    references council.minutes_versions (meeting_id, version),
  constraint certified_copy_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id)
);
create index certified_copies_by_institution on council.certified_copies (institution_id, year desc, number desc);
create index certified_copies_of_meeting on council.certified_copies (meeting_id);
