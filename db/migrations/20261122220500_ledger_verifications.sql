-- What came of it each time the whole record was recomputed. PostgreSQL 15.

create table platform.ledger_verifications (
  id bigint generated always as identity primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  outcome text not null constraint ledger_verification_outcome_known check (outcome in ('well', 'named', 'failed')),
  -- How many leaves the tree had, and its root as the entries gave it. Null: it did not come to that.
  size bigint constraint ledger_verification_size_natural check (size >= 0),
  root bytea constraint ledger_verification_root_length check (length(root) = 32),
  -- How many of each kind were looked at: {"consultations.comment": {"records": 12, "entries": 14, "erased": 1}}.
  counts jsonb not null constraint ledger_verification_counts_object check (jsonb_typeof(counts) = 'object'),
  -- The first ones that were named, in the order of naming. Never a citizen's words: the record itself has those.
  named jsonb not null constraint ledger_verification_named_list check (jsonb_typeof(named) = 'array'),
  -- All that were named, also those that are not kept above.
  named_count int not null constraint ledger_verification_named_natural check (named_count >= 0),
  -- What stopped it, where it failed.
  failure text constraint ledger_verification_failure_length check (length(failure) <= 500),
  constraint ledger_verification_interval check (ended_at >= began_at),
  constraint ledger_verification_names_something check ((outcome = 'named') = (named_count > 0)),
  constraint ledger_verification_says_why check ((outcome = 'failed') = (failure is not null))
);
create index ledger_verifications_newest on platform.ledger_verifications (ended_at desc, id desc);
