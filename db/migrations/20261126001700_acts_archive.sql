-- The archive comes in: one row for each file of acts that was taken in, what of it was refused or is in doubt, and from which
-- row an act came. PostgreSQL 15.
create table council_acts.archives (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint act_archive_form_once unique,
  kind text not null constraint act_archive_kind_known check (kind in ('jsonl', 'table', 'wxr', 'catalogue', 'codes')),
  file_name text not null constraint act_archive_file_name_length check (length(file_name) between 1 and 255),
  file_digest text not null constraint act_archive_digest_shape check (file_digest ~ '^[0-9a-f]{64}$'),
  file_size bigint not null constraint act_archive_size_natural check (file_size >= 0),
  -- 'waiting': uploaded, the worker has not begun. 'running': begun, perhaps broken off; begun again it goes on after `rows_done`.
  state text not null constraint act_archive_state_known check
    (state in ('waiting', 'running', 'done', 'failed', 'undoing', 'undone')),
  rows_done int not null default 0 constraint act_archive_rows_natural check (rows_done >= 0),
  added int not null default 0,
  known int not null default 0,
  -- Of those that were known: whose words were others, and were corrected.
  changed int not null default 0,
  refused int not null default 0,
  doubts int not null default 0,
  -- Acts that did not leave when it was undone, because something rests on them.
  kept int not null default 0,
  -- Whether its numbers run by kind: two kinds that have the same number in the same year.
  by_kind boolean not null default false,
  -- Of what has categories (WordPress): these alone. Empty: all.
  only_categories text[] not null default '{}',
  notes text[] not null default '{}',
  failure text constraint act_archive_failure_length check (length(failure) between 1 and 500),
  begun_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  begun_by uuid references platform.accounts (id),
  undone_by uuid references platform.accounts (id),
  constraint act_archive_in_institution unique (institution_id, id),
  -- No row is lost.
  constraint act_archive_adds_up check (added + known + refused = rows_done),
  constraint act_archive_failure_said check ((state = 'failed') = (failure is not null))
);
create index act_archives_in_office on council_acts.archives (institution_id, begun_at desc, id desc);
create index act_archives_by_file on council_acts.archives (institution_id, file_digest);

alter table council_acts.acts add constraint act_of_archive foreign key (institution_id, archive_id)
  references council_acts.archives (institution_id, id);

-- From which row an act came, and the digest of that row: by it the next import knows whether it changed.
create table council_acts.archive_rows (
  act_id uuid primary key,
  institution_id uuid not null,
  archive_id uuid not null references council_acts.archives (id),
  at int not null constraint act_archive_row_positive check (at > 0),
  digest bytea not null constraint act_archive_row_digest check (length(digest) = 32),
  constraint act_archive_row_of_act foreign key (institution_id, act_id)
    references council_acts.acts (institution_id, id) on delete cascade
);
create index act_archive_rows_of_archive on council_acts.archive_rows (archive_id);

-- Each refused cell, and each doubt. A doubt about a word that stands in many rows is one line, with how many.
create table council_acts.archive_lines (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  archive_id uuid not null,
  kind text not null constraint act_archive_line_kind_known check (kind in ('refused', 'doubt')),
  at int not null constraint act_archive_line_row_positive check (at > 0),
  column_name text not null constraint act_archive_line_column_length check (length(column_name) between 1 and 100),
  reason text not null constraint act_archive_line_reason_shape check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  words text not null default '' constraint act_archive_line_words_length check (length(words) <= 500),
  count int not null default 1 constraint act_archive_line_count_positive check (count > 0),
  -- Of a doubt about one act. Null: about a word of several, or of a refused row.
  act_id uuid references council_acts.acts (id) on delete cascade,
  -- 'accepted': it stays as it is. 'pointed': it means `pointed_to`. 'dropped': it means nothing.
  settled text constraint act_archive_line_settled_known check (settled in ('accepted', 'pointed', 'dropped')),
  pointed_to text constraint act_archive_line_pointed_length check (length(pointed_to) between 1 and 200),
  settled_at timestamptz,
  settled_by uuid references platform.accounts (id),
  constraint act_archive_line_of_archive foreign key (institution_id, archive_id)
    references council_acts.archives (institution_id, id),
  constraint act_archive_line_settled_whole check ((settled is null) = (settled_at is null)),
  constraint act_archive_line_pointed_whole check ((settled is not distinct from 'pointed') = (pointed_to is not null)),
  constraint act_archive_line_refused_stays check (kind = 'doubt' or settled is null)
);
create index act_archive_lines_of_archive on council_acts.archive_lines (archive_id, kind, id);
create index act_archive_lines_open on council_acts.archive_lines (institution_id, id) where kind = 'doubt' and settled is null;
create index act_archive_lines_of_act on council_acts.archive_lines (act_id) where act_id is not null;
create unique index act_archive_line_word_once on council_acts.archive_lines (archive_id, column_name, reason, md5(words))
  where kind = 'doubt' and act_id is null;
