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
  -- Where the council approved them: a later meeting and its vote, or, of a meeting that is not kept here, its day in words.
  approved_in uuid,
  approved_vote uuid,
  approved_on date,
  approved_note text constraint minutes_approved_note_length check (length(approved_note) between 2 and 500),
  -- The version that everybody reads; 0: nothing of them is public.
  published_version int not null default 0 constraint minutes_published_version_natural check (published_version >= 0),
  -- Versions up to this one say what lies behind closed doors by a later correction: they are the office's from then on.
  hidden_through int not null default 0 constraint minutes_hidden_through_natural check (hidden_through >= 0),
  published_at timestamptz,
  taken_down_at timestamptz,
  version int not null default 1,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid references platform.accounts (id),
  constraint minutes_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id),
  constraint minutes_approved_somewhere foreign key (institution_id, approved_in) references council.meetings (institution_id, id),
  constraint minutes_approved_by_vote foreign key (institution_id, approved_vote) references council.votes (institution_id, id),
  constraint minutes_approved_has_time check ((state = 'approved') = (approved_at is not null)),
  constraint minutes_approved_has_day check ((state = 'approved') = (approved_on is not null)),
  constraint minutes_published_has_time check ((published_version > 0) = (published_at is not null)),
  constraint minutes_in_institution unique (institution_id, meeting_id)
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

-- The minutes as everybody could read them, before and after they were approved, and each correction: never changed.
create table council.minutes_versions (
  meeting_id uuid not null,
  institution_id uuid not null,
  version int not null constraint minutes_version_positive check (version > 0),
  form_id uuid constraint minutes_version_form_once unique,
  -- 'proposed': shown before the council approved them.
  state text not null constraint minutes_version_state_known check (state in ('proposed', 'approved')),
  -- What they are called: the body, the meeting, its day.
  title text not null constraint minutes_version_title_length check (length(title) between 2 and 500),
  -- All that the page shows: nothing said behind closed doors is in it.
  record jsonb not null constraint minutes_version_record_object check (jsonb_typeof(record) = 'object'),
  -- The same with what was said behind closed doors: the office's alone, for ever.
  whole jsonb not null constraint minutes_version_whole_object check (jsonb_typeof(whole) = 'object'),
  -- All its words, for whoever searches: those of the record alone.
  words text not null default '',
  reason text constraint minutes_version_reason_length check (length(reason) between 3 and 1000),
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  primary key (meeting_id, version),
  constraint minutes_version_of_minutes foreign key (institution_id, meeting_id) references council.minutes (institution_id, meeting_id)
);
create function council.minutes_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'A published version of minutes never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'minutes_version_is_final';
end $$;
create trigger minutes_version_is_final before update or delete on council.minutes_versions
  for each row execute function council.minutes_version_stands();

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
  -- By which whoever holds it asks whether it is ours: /procesverbale/kontrolli.
  code text not null constraint certified_copy_code_unique unique
    constraint certified_copy_code_shape check (code ~ '^[0-9A-Z]{12}$'),
  -- It was made of the whole record, what was said behind closed doors too.
  whole boolean not null default false,
  asked_by text constraint certified_copy_asked_by_length check (length(asked_by) between 2 and 200),
  asked_on date,
  made_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text constraint certified_copy_cancel_reason_length check (length(cancel_reason) between 3 and 500),
  by_account_id uuid references platform.accounts (id),
  created_at timestamptz not null,
  constraint certified_copy_extract_is_of_item check ((kind = 'extract') = (item_id is not null)),
  constraint certified_copy_cancelled_says_why check ((cancelled_at is null) = (cancel_reason is null)),
  constraint certified_copy_in_institution unique (institution_id, id),
  constraint certified_copy_number_once unique (institution_id, year, number),
  constraint certified_copy_of_version foreign key (meeting_id, minutes_version)
    references council.minutes_versions (meeting_id, version),
  constraint certified_copy_of_item foreign key (meeting_id, item_id) references council.agenda_items (meeting_id, id)
);
create index certified_copies_by_institution on council.certified_copies (institution_id, year desc, number desc);
create index certified_copies_of_meeting on council.certified_copies (meeting_id);
