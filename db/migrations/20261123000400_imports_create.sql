-- Tables that officials bring in, row by row as they came, and the plain datasets that an institution publishes. PostgreSQL 15.

-- One file that was brought in. Its rows are staged below until it is decided what becomes of them.
create table platform.table_imports (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  -- The register it goes into, by its name at a door.
  target text not null constraint table_import_target_shape check (target ~ '^[a-z0-9]+([.-][a-z0-9]+)*$' and length(target) <= 120),
  submission_id uuid not null constraint table_import_submitted_once unique,
  file_name text not null constraint table_import_file_name_length check (length(file_name) between 1 and 255),
  file_digest text not null constraint table_import_digest_shape check (file_digest ~ '^[0-9a-f]{64}$'),
  file_size bigint not null constraint table_import_size_natural check (file_size > 0),
  -- Its sheets: name, how many lines it had, doubts about its reading.
  sheets jsonb not null default '[]',
  -- What the official chose: sheet, line of the head, columns, answers.
  choices jsonb not null default '{}',
  -- What the choices make of the rows: counts, questions, the first of the refused cells. Null: to be reckoned.
  reckoning jsonb,
  -- Of the choices that the reckoning belongs to.
  version int not null default 1 constraint table_import_version_positive check (version > 0),
  state text not null default 'open' constraint table_import_state_known
    check (state in ('open', 'taking', 'taken', 'undone', 'dropped')),
  -- What became of it: added, known, refused, and the first of the refused cells.
  outcome jsonb,
  -- Why it could not be taken in, where it was tried: the words of the program.
  fault text constraint table_import_fault_length check (length(fault) <= 2000),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  taken_by uuid references platform.accounts (id),
  taken_at timestamptz,
  undone_by uuid references platform.accounts (id),
  undone_at timestamptz,
  undo_reason text constraint table_import_undo_reason_length check (length(undo_reason) between 5 and 1000),
  -- The staged rows went.
  forgotten_at timestamptz,
  constraint table_import_taken_has_day check ((state in ('taken', 'undone')) = (taken_at is not null)),
  constraint table_import_taken_has_outcome check (taken_at is null or outcome is not null),
  constraint table_import_undone_has_day check ((state = 'undone') = (undone_at is not null))
);
create index table_imports_by_time on platform.table_imports (created_at desc, id desc);
create index table_imports_of_institution on platform.table_imports (institution_id, created_at desc, id desc);
create index table_imports_of_target on platform.table_imports (target, created_at desc, id desc);
create index table_imports_staged on platform.table_imports (created_at) where forgotten_at is null;

-- Every line of every sheet as it came, the empty ones too.
create table platform.table_import_rows (
  import_id uuid not null references platform.table_imports (id) on delete cascade,
  sheet smallint not null constraint table_import_row_sheet_natural check (sheet >= 0),
  -- Where it stood among the lines of its sheet, from 1.
  position int not null constraint table_import_row_position_positive check (position > 0),
  -- The line of the file: a cell with ends of line in it takes several.
  at int not null constraint table_import_row_at_positive check (at > 0),
  -- Words as they stand there; days and numbers that the file itself knows as such: {"d": "2017-03-07"}, {"n": 12.5}.
  cells jsonb not null constraint table_import_row_cells_list check (jsonb_typeof(cells) = 'array'),
  primary key (import_id, sheet, position)
);

-- Which column went where the last time a table with such a head came to this register.
create table platform.table_mappings (
  institution_id uuid not null references platform.institutions (id),
  target text not null,
  -- SHA-256 of the folded head.
  head text not null constraint table_mapping_head_shape check (head ~ '^[0-9a-f]{64}$'),
  columns jsonb not null,
  changed_at timestamptz not null,
  primary key (institution_id, target, head)
);

create schema open_data;

-- A table that an institution publishes as open data, whatever it is about.
create table open_data.datasets (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  submission_id uuid constraint dataset_submitted_once unique,
  slug text not null constraint dataset_slug_unique unique
    constraint dataset_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 80),
  title_sq text not null constraint dataset_title_sq_length check (length(title_sq) between 5 and 200),
  title_en text not null constraint dataset_title_en_length check (length(title_en) between 5 and 200),
  description_sq text not null constraint dataset_description_sq_length check (length(description_sq) between 20 and 4000),
  description_en text not null constraint dataset_description_en_length check (length(description_en) between 20 and 4000),
  licence text not null constraint dataset_licence_shape check (licence ~ '^[A-Za-z0-9.-]{3,40}$'),
  -- Whose numbers these are, where not the institution's own.
  source_sq text constraint dataset_source_sq_length check (length(source_sq) between 3 and 500),
  source_en text constraint dataset_source_en_length check (length(source_en) between 3 and 500),
  -- EU vocabulary data-theme.
  themes text[] not null default '{}',
  -- Name, title in both languages, type, unit, whether it must be given, whether it belongs to the key.
  columns jsonb not null constraint dataset_columns_list check (jsonb_typeof(columns) = 'array'),
  state text not null default 'draft' constraint dataset_state_known
    check (state in ('draft', 'published', 'withdrawn', 'taken-down')),
  state_before text constraint dataset_state_before_known check (state_before in ('published')),
  -- One for each publication, correction and import since.
  version int not null default 1 constraint dataset_version_positive check (version > 0),
  -- How many rows, kept by the deeds that write rows.
  row_count int not null default 0 constraint dataset_row_count_natural check (row_count >= 0),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text constraint dataset_withdraw_reason_length check (length(withdraw_reason) between 5 and 1000),
  constraint dataset_in_institution unique (institution_id, id),
  constraint dataset_source_in_both check ((source_sq is null) = (source_en is null)),
  constraint dataset_published_has_day check (state = 'draft' or published_at is not null),
  constraint dataset_withdrawn_says_why check ((state = 'withdrawn') = (withdrawn_at is not null and withdraw_reason is not null)),
  constraint dataset_before_takedown check ((state = 'taken-down') = (state_before is not null))
);
create index datasets_by_time on open_data.datasets (created_at desc, id desc);
create index datasets_of_institution on open_data.datasets (institution_id, created_at desc, id desc);
create index datasets_public on open_data.datasets (id) where state = 'published';

create table open_data.dataset_rows (
  dataset_id uuid not null,
  institution_id uuid not null,
  position int not null constraint dataset_row_position_positive check (position > 0),
  -- SHA-256 of what makes the row itself, and which of several that are the same it is: `…:1`.
  key text not null constraint dataset_row_key_shape check (key ~ '^[0-9a-f]{64}:[0-9]+$'),
  cells jsonb not null constraint dataset_row_cells_object check (jsonb_typeof(cells) = 'object'),
  import_id uuid references platform.table_imports (id),
  added_at timestamptz not null,
  primary key (dataset_id, position),
  constraint dataset_row_once unique (dataset_id, key),
  constraint dataset_row_in_institution foreign key (institution_id, dataset_id)
    references open_data.datasets (institution_id, id)
);
create index dataset_rows_of_import on open_data.dataset_rows (import_id) where import_id is not null;

-- All that stands in a dataset, in its order: one digest, made of the rows themselves.
create function open_data.rows_digest(of_dataset uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(
    jsonb_build_array(one.position, one.cells)::text, E'\n' order by one.position), ''), 'UTF8')), 'hex')
  from open_data.dataset_rows as one where one.dataset_id = of_dataset
$$;

create view open_data.published_datasets as
select
  'open-data.dataset:' || dataset.id as subject,
  dataset.id,
  dataset.institution_id,
  institution.slug as institution,
  institution.zone,
  'dataset'::text as kind,
  'sq'::text as lang,
  dataset.title_sq as title,
  dataset.description_sq as body,
  dataset.published_at,
  dataset.changed_at,
  dataset.state,
  '{}'::text[] as topics,
  '{}'::text[] as places,
  dataset.slug,
  dataset.title_sq,
  dataset.title_en,
  dataset.description_sq,
  dataset.description_en,
  dataset.licence,
  dataset.source_sq,
  dataset.source_en,
  dataset.themes,
  dataset.columns,
  dataset.version,
  dataset.row_count
from open_data.datasets as dataset
join platform.institutions as institution on institution.id = dataset.institution_id
where dataset.state = 'published';

-- The guards. What everybody reads does not change without an entry.
create constraint trigger dataset_added_in_ledger after insert on open_data.datasets
  deferrable initially deferred for each row when (new.state = 'published')
  execute function platform.require_ledger_entry('always', 'open-data.dataset', 'open-data.dataset', 'id');
create constraint trigger dataset_changed_in_ledger after update on open_data.datasets
  deferrable initially deferred for each row when (
    (old.state = 'published' or new.state = 'published')
    and (old.id, old.institution_id, old.slug, old.title_sq, old.title_en, old.description_sq, old.description_en, old.licence,
         old.source_sq, old.source_en, old.themes, old.columns, old.state, old.version, old.row_count, old.changed_at,
         old.published_at)
      is distinct from
        (new.id, new.institution_id, new.slug, new.title_sq, new.title_en, new.description_sq, new.description_en, new.licence,
         new.source_sq, new.source_en, new.themes, new.columns, new.state, new.version, new.row_count, new.changed_at,
         new.published_at))
  execute function platform.require_ledger_entry('always', 'open-data.dataset', 'open-data.dataset', 'id');
create constraint trigger dataset_removed_in_ledger after delete on open_data.datasets
  deferrable initially deferred for each row when (old.state = 'published')
  execute function platform.require_ledger_entry('always', 'open-data.dataset', 'open-data.dataset', 'id');
create constraint trigger dataset_row_in_ledger after insert or delete on open_data.dataset_rows
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'open-data.dataset', 'open-data.dataset', 'dataset_id');
create constraint trigger dataset_row_changed_in_ledger after update on open_data.dataset_rows
  deferrable initially deferred for each row when (
    (old.dataset_id, old.position, old.cells) is distinct from (new.dataset_id, new.position, new.cells))
  execute function platform.require_ledger_entry('recorded', 'open-data.dataset', 'open-data.dataset', 'dataset_id');
