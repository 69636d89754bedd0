-- Logs and keys are public records themselves. PostgreSQL 15.

-- References name records by uuid.
alter table platform.ledger_logs
  add column uid uuid not null default gen_random_uuid() constraint ledger_log_uid_unique unique;
alter table platform.ledger_keys
  add column uid uuid not null default gen_random_uuid() constraint ledger_key_uid_unique unique,
  -- The key of the same log that announced this one, in an entry that it signed. Null: the first of its log.
  add column replaces_id int constraint ledger_key_replaced_once unique references platform.ledger_keys (id);

-- The first log and the first key of a log stand in no entry: by them every entry is judged.
create constraint trigger ledger_log_in_ledger after insert or update on platform.ledger_logs
  deferrable initially deferred for each row when (new.predecessor_id is not null)
  execute function platform.require_ledger_entry('always', 'platform.ledger-log', 'platform.ledger-log', 'uid');
create constraint trigger ledger_key_in_ledger
  after insert or update of log_id, vkey, public_key, since, replaces_id on platform.ledger_keys
  deferrable initially deferred for each row when (new.replaces_id is not null)
  execute function platform.require_ledger_entry('always', 'platform.ledger-key', 'platform.ledger-key', 'uid');

-- What was signed and not kept outside yet: none, or the one that a process left when it died.
create index ledger_checkpoints_unpublished on platform.ledger_checkpoints (log_id, size) where published_at is null;
