-- The public record as a log that only grows. PostgreSQL 15.

-- What was published, changed or taken away, one entry each, written in the transaction of the deed. An entry holds a
-- digest of the whole public record, never its words.
create table platform.ledger_entries (
  id bigint generated always as identity primary key,
  kind text not null constraint ledger_entry_kind_shape check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  subject text not null constraint ledger_entry_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  version int not null constraint ledger_entry_version_positive check (version > 0),
  -- Null: it concerns the whole installation.
  institution_id uuid references platform.institutions (id),
  at timestamptz not null,
  -- The leaf itself: RFC 8785 JSON, exactly these bytes in UTF-8. C2SP tlog-tiles allows 65,535.
  entry text not null constraint ledger_entry_length check (octet_length(entry) between 2 and 65535),
  -- SHA-256 of a zero byte and the leaf (RFC 6962 2.1).
  leaf_hash bytea not null constraint ledger_entry_leaf_hash_length check (length(leaf_hash) = 32),
  -- SHA-256 of salt and record. Null: the record has ended.
  digest bytea constraint ledger_entry_digest_length check (length(digest) = 32),
  -- Goes when the record is erased: what was said cannot be guessed from the digest any more.
  salt bytea constraint ledger_entry_salt_length check (length(salt) = 16),
  ended text constraint ledger_entry_end_known check (ended in ('erased', 'withdrawn', 'taken-down', 'removed')),
  -- Its place in the tree, given by the one job that orders entries. Null: not yet.
  leaf_index bigint constraint ledger_entry_index_natural check (leaf_index >= 0)
    constraint ledger_entry_index_once unique,
  -- Which transaction wrote it, for the guard below. Means nothing in another database, so a restored one has none.
  xact xid8 default pg_current_xact_id(),
  constraint ledger_entry_version_once unique (kind, subject, version),
  constraint ledger_entry_ended_without_digest check ((ended is null) = (digest is not null)),
  constraint ledger_entry_salt_of_digest check (salt is null or digest is not null)
);
create index ledger_entries_unordered on platform.ledger_entries (id) where leaf_index is null;
create index ledger_entries_of_subject on platform.ledger_entries (subject, id desc);
create index ledger_entries_of_institution on platform.ledger_entries (institution_id, leaf_index desc);
create index ledger_entries_of_kind on platform.ledger_entries (kind, leaf_index desc);
create index ledger_entries_by_time on platform.ledger_entries (at);

-- Nobody changes what stands. Two things come later: the place in the tree, once; and the salt goes.
create function platform.refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (old.id, old.kind, old.subject, old.version, old.institution_id, old.at, old.entry, old.leaf_hash, old.digest, old.ended)
       is not distinct from
       (new.id, new.kind, new.subject, new.version, new.institution_id, new.at, new.entry, new.leaf_hash, new.digest, new.ended)
       and (old.leaf_index is null or old.leaf_index is not distinct from new.leaf_index)
       and (new.salt is null or old.salt is not distinct from new.salt) then
      return new;
    end if;
  end if;
  raise exception 'entry % of the ledger stands as it is', old.id
    using errcode = 'integrity_constraint_violation', constraint = 'ledger_entry_stands';
end $$;
create trigger ledger_entry_stands before update or delete on platform.ledger_entries
  for each row execute function platform.refuse_change_of_ledger();

-- Asked at commit, of every change of a row that everybody can read: is there an entry of this transaction?
--   always, KIND, PREFIX, COLUMN       the row is the record: PREFIX and the column make its reference
--   recorded, KIND, PREFIX, COLUMN     the row belongs to a record, which is public if its last entry has not ended it
-- KIND '' is the first part of the reference, PREFIX '' says that the column is the whole reference.
create function platform.require_ledger_entry() returns trigger language plpgsql as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  of_subject text := case tg_argv[2] when '' then changed ->> tg_argv[3] else tg_argv[2] || ':' || (changed ->> tg_argv[3]) end;
  of_kind text := case tg_argv[1] when '' then split_part(of_subject, ':', 1) else tg_argv[1] end;
  newest record;
begin
  select entry.xact, entry.ended into newest from platform.ledger_entries as entry
  where entry.kind = of_kind and entry.subject = of_subject order by entry.version desc limit 1;
  if newest.xact is not distinct from pg_current_xact_id() then return null; end if;
  if tg_argv[0] = 'recorded' and (not found or newest.ended is not null) then return null; end if;
  raise exception '% was changed for everybody without an entry in the ledger (%)', of_subject, tg_name
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;

-- A tree under one name. After a restore that lost entries a new one is opened, which names the one before.
create table platform.ledger_logs (
  id int generated always as identity primary key,
  origin text not null constraint ledger_origin_unique unique
    constraint ledger_origin_shape check (origin ~ '^[^\s+]{1,200}$'),
  opened_at timestamptz not null,
  -- How many leaves stood when it was opened.
  opened_size bigint not null default 0 constraint ledger_opened_size_natural check (opened_size >= 0),
  predecessor_id int constraint ledger_log_predecessor_once unique references platform.ledger_logs (id),
  -- The last checkpoint of the one before that others may hold, as a signed note.
  predecessor_note text,
  reason text constraint ledger_log_reason_length check (length(reason) between 5 and 1000),
  constraint ledger_log_successor_says_why check ((predecessor_id is null) = (reason is null))
);

create table platform.ledger_keys (
  id int generated always as identity primary key,
  log_id int not null references platform.ledger_logs (id),
  -- C2SP signed-note verifier key: name+id+base64.
  vkey text not null constraint ledger_vkey_unique unique,
  public_key bytea not null constraint ledger_public_key_length check (length(public_key) = 32),
  since timestamptz not null,
  until timestamptz,
  constraint ledger_key_interval check (until >= since)
);
create unique index ledger_key_in_use on platform.ledger_keys (log_id) where until is null;
create index ledger_keys_of_log on platform.ledger_keys (log_id, since desc);

-- Hashes of the tree by tiles of 256 (C2SP tlog-tiles). The last tile of a level grows; what is before stands.
create table platform.ledger_tiles (
  level smallint not null constraint ledger_tile_level check (level between 0 and 7),
  n bigint not null constraint ledger_tile_n_natural check (n >= 0),
  hashes bytea not null constraint ledger_tile_whole check (length(hashes) % 32 = 0 and length(hashes) between 32 and 8192),
  primary key (level, n)
);

create table platform.ledger_checkpoints (
  log_id int not null references platform.ledger_logs (id),
  size bigint not null constraint ledger_checkpoint_size_natural check (size >= 0),
  root bytea not null constraint ledger_checkpoint_root_length check (length(root) = 32),
  -- The signed note, with the signatures of the log alone.
  note text not null,
  signed_at timestamptz not null,
  -- When it was kept outside the database too. Before that nobody is shown it.
  published_at timestamptz,
  primary key (log_id, size)
);
create index ledger_checkpoints_published on platform.ledger_checkpoints (log_id, size desc) where published_at is not null;

-- Others who look whether the log only grows, and sign that they saw it.
create table platform.ledger_witnesses (
  id int generated always as identity primary key,
  vkey text not null constraint ledger_witness_vkey_unique unique,
  -- The address before /add-checkpoint.
  url text not null constraint ledger_witness_url_is_web check (url ~ '^https?://'),
  since timestamptz not null,
  until timestamptz,
  -- How far it has signed; null: never asked.
  seen_size bigint,
  seen_at timestamptz,
  failing_since timestamptz,
  failure text constraint ledger_witness_failure_length check (length(failure) <= 500),
  constraint ledger_witness_failure_whole check ((failing_since is null) = (failure is null))
);

create table platform.ledger_cosignatures (
  log_id int not null,
  size bigint not null,
  witness_id int not null references platform.ledger_witnesses (id),
  -- A line of a signed note.
  line text not null,
  at timestamptz not null,
  primary key (log_id, size, witness_id),
  constraint cosignature_of_checkpoint foreign key (log_id, size) references platform.ledger_checkpoints (log_id, size)
);
create index ledger_cosignatures_of_witness on platform.ledger_cosignatures (witness_id, log_id, size desc);
