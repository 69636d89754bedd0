-- The public pages of the log show what stands in the tree. An entry that waits for its place is in none of these, so that
-- the deed which writes it pays for none. Lists are in the order of time, so that some days are found as fast as the newest.
-- Those of an institution are read by kind, kind after kind: one index serves both.
drop index platform.ledger_entries_of_institution;
drop index platform.ledger_entries_of_kind;
drop index platform.ledger_entries_by_time;
create index ledger_entries_of_institution on platform.ledger_entries (institution_id, kind, at desc, leaf_index desc)
  where leaf_index is not null;
create index ledger_entries_of_kind on platform.ledger_entries (kind, at desc, leaf_index desc) where leaf_index is not null;
create index ledger_entries_by_time on platform.ledger_entries (at desc, leaf_index desc) where leaf_index is not null;
