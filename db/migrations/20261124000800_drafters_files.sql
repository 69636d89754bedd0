-- The table of comments that goes out to the drafters, who have no account, and what came back in it. PostgreSQL 15.

create table consultations.drafters_files (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  -- Printed in the file, by which it is known again.
  code text not null constraint drafters_file_code_unique unique
    constraint drafters_file_code_shape check (code ~ '^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$'),
  format text not null constraint drafters_file_format_known check (format in ('docx', 'xlsx')),
  -- The unit that fills it in; never the name of a person.
  unit text not null constraint drafters_file_unit_length check (char_length(unit) between 2 and 200),
  return_by date,
  scope text not null constraint drafters_file_scope_known check (scope in ('unanswered', 'open')),
  -- What it was narrowed to: the lineage of an article, or those on the whole.
  node_id uuid,
  whole boolean not null default false,
  in_groups boolean not null,
  lines int not null constraint drafters_file_lines_positive check (lines > 0),
  made_at timestamptz not null,
  made_by uuid references platform.accounts (id),
  form_id uuid not null constraint drafters_file_form_once unique,
  constraint drafters_file_in_institution unique (institution_id, id),
  constraint drafters_file_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint drafters_file_narrowed_once check (not (whole and node_id is not null))
);
create index drafters_files_of_consultation on consultations.drafters_files (consultation_id, made_at desc, id desc);

-- A line of the file speaks of one comment, or of all of a group: then it has many rows here.
create table consultations.drafters_file_rows (
  institution_id uuid not null,
  file_id uuid not null,
  line int not null constraint drafters_row_line_positive check (line > 0),
  -- Of the comment, or of the group.
  code text not null,
  group_id uuid,
  comment_id uuid not null,
  -- The wording that went out.
  comment_version int not null constraint drafters_row_version_positive check (comment_version > 0),
  -- How its answer stood that day, if it had one.
  answer_id uuid,
  answer_revision int,
  primary key (file_id, comment_id),
  constraint drafters_row_of_file foreign key (institution_id, file_id)
    references consultations.drafters_files (institution_id, id),
  constraint drafters_row_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id),
  constraint drafters_row_of_group foreign key (institution_id, group_id)
    references consultations.comment_groups (institution_id, id),
  constraint drafters_row_answer_whole check ((answer_id is null) = (answer_revision is null))
);
create index drafters_rows_by_line on consultations.drafters_file_rows (file_id, line);
create index drafters_rows_by_code on consultations.drafters_file_rows (code);

create table consultations.drafters_returns (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  file_id uuid not null,
  file_name text not null constraint drafters_return_name_length check (char_length(file_name) between 1 and 255),
  digest text not null constraint drafters_return_digest_shape check (digest ~ '^[0-9a-f]{64}$'),
  state text not null constraint drafters_return_state_known check (state in ('read', 'taken', 'undone')),
  received_at timestamptz not null,
  received_by uuid references platform.accounts (id),
  taken_at timestamptz,
  taken_by uuid references platform.accounts (id),
  undone_at timestamptz,
  undone_by uuid references platform.accounts (id),
  -- Lines that became proposals, and that did not.
  taken int not null default 0 constraint drafters_return_taken_natural check (taken >= 0),
  refused int not null default 0 constraint drafters_return_refused_natural check (refused >= 0),
  -- Proposals that somebody was at meanwhile, and that stayed when it was undone.
  kept int not null default 0 constraint drafters_return_kept_natural check (kept >= 0),
  constraint drafters_return_in_institution unique (institution_id, id),
  constraint drafters_return_of_file foreign key (institution_id, file_id)
    references consultations.drafters_files (institution_id, id),
  constraint drafters_return_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint drafters_return_taken_when check ((state = 'read') = (taken_at is null)),
  constraint drafters_return_undone_when check ((state = 'undone') = (undone_at is not null))
);
-- The same file twice is one return, until it was undone.
create unique index drafters_return_once on consultations.drafters_returns (file_id, digest) where state <> 'undone';
create index drafters_returns_of_consultation on consultations.drafters_returns (consultation_id, received_at desc, id desc);

-- What stood in it, word for word.
create table consultations.drafters_return_rows (
  institution_id uuid not null,
  return_id uuid not null,
  -- Its place among the lines, and the line of the file as whoever opens it counts.
  n int not null constraint drafters_line_n_positive check (n > 0),
  at_line int not null,
  code text not null,
  decision_words text not null,
  reason text not null,
  changed_words text not null,
  -- Null until it is taken in; afterwards what became of it.
  outcome text,
  -- How many comments it answers, and how many of its group it left.
  answered int not null default 0,
  left_out int not null default 0,
  answer_id uuid,
  -- The answer as it stood after it was taken in: changed since, it is not undone.
  answer_revision int,
  -- The answer as it stood before; null: there was none.
  before jsonb,
  primary key (return_id, n),
  constraint drafters_line_of_return foreign key (institution_id, return_id)
    references consultations.drafters_returns (institution_id, id)
);
create index drafters_lines_of_answer on consultations.drafters_return_rows (answer_id) where answer_id is not null;
