-- Copies of the whole installation, and what a copy that was restored has to wait for. PostgreSQL 15.

-- Each time a copy was begun, by the clock or by somebody.
create table platform.backup_runs (
  id uuid primary key default gen_random_uuid(),
  started_at timestamptz not null,
  ended_at timestamptz,
  -- verified: it was read again, and everything in it was found as it should be.
  state text not null default 'running' constraint backup_state_known check (state in ('running', 'verified', 'failed')),
  -- Null: by the clock.
  asked_by uuid references platform.accounts (id),
  path text constraint backup_path_length check (length(path) between 1 and 1000),
  bytes bigint constraint backup_bytes_positive check (bytes > 0),
  -- SHA-256 of the file.
  digest text constraint backup_digest_shape check (digest ~ '^[0-9a-f]{64}$'),
  row_count bigint constraint backup_rows_natural check (row_count >= 0),
  file_count int constraint backup_files_natural check (file_count >= 0),
  -- Files that the database names and the store does not have.
  missing_files int not null default 0 constraint backup_missing_natural check (missing_files >= 0),
  tree_size bigint constraint backup_tree_natural check (tree_size >= 0),
  -- The file with the keys that was written beside it.
  keys_path text constraint backup_keys_path_length check (length(keys_path) between 1 and 1000),
  keys_failure text constraint backup_keys_failure_length check (length(keys_failure) <= 500),
  offsite_at timestamptz,
  offsite_failure text constraint backup_offsite_failure_length check (length(offsite_failure) <= 500),
  offsite_removed_at timestamptz,
  failure text constraint backup_failure_length check (length(failure) <= 500),
  -- When the rotation took the file away.
  removed_at timestamptz,
  constraint backup_ended check ((state = 'running') = (ended_at is null)),
  constraint backup_verified_is_whole check (state <> 'verified' or (path is not null and bytes is not null and digest is not null)),
  constraint backup_failed_says_why check ((state = 'failed') = (failure is not null))
);
create index backup_runs_by_time on platform.backup_runs (started_at desc, id);
create index backup_runs_that_stand on platform.backup_runs (started_at desc) where state = 'verified' and removed_at is null;
create index backup_runs_by_account on platform.backup_runs (asked_by) where asked_by is not null;

-- One row: when copies are made, where they lie, how many are kept.
create table platform.backup_settings (
  single boolean primary key default true constraint backup_settings_once check (single),
  enabled boolean not null,
  -- Null: `backups` in KUVEND_DATA.
  folder text constraint backup_folder_absolute check (folder ~ '^/' and length(folder) <= 500),
  -- Of the day in the zone both countries share.
  hour int not null constraint backup_hour_of_day check (hour between 0 and 23),
  keep_daily int not null constraint backup_daily_kept check (keep_daily between 1 and 60),
  keep_weekly int not null constraint backup_weekly_kept check (keep_weekly between 0 and 60),
  keep_monthly int not null constraint backup_monthly_kept check (keep_monthly between 0 and 120),
  -- An address of S3-compatible storage with its secret, sealed with a key made of KUVEND_SECRET; null: none.
  offsite_sealed bytea,
  -- The same without key and secret, for people to read.
  offsite_shown text constraint backup_offsite_shown_length check (length(offsite_shown) <= 500),
  -- Holds the words under which the keys are sealed beside each copy; null: keys are kept by other means.
  passphrase_file text constraint backup_passphrase_file_absolute check (passphrase_file ~ '^/' and length(passphrase_file) <= 500),
  changed_at timestamptz not null,
  changed_by uuid references platform.accounts (id),
  constraint backup_offsite_whole check ((offsite_sealed is null) = (offsite_shown is null))
);
create index backup_settings_by_account on platform.backup_settings (changed_by) where changed_by is not null;

-- Each time this database was filled from a copy. The log is signed again only once somebody has said whether what others
-- hold is newer: by going on, or by a new origin.
create table platform.restores (
  id int generated always as identity primary key,
  restored_at timestamptz not null,
  backup_at timestamptz not null,
  backup_digest text not null constraint restore_digest_shape check (backup_digest ~ '^[0-9a-f]{64}$'),
  tree_size bigint not null constraint restore_tree_natural check (tree_size >= 0),
  -- Null: signing waits.
  settled_at timestamptz,
  settled_by text constraint restore_settled_known check (settled_by in ('resume', 'open-origin', 'restored-again')),
  reason text constraint restore_reason_length check (length(reason) between 5 and 1000),
  constraint restore_settled_whole check ((settled_at is null) = (settled_by is null))
);
create unique index restore_waits on platform.restores ((settled_at is null)) where settled_at is null;
