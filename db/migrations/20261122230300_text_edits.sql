-- Editing a draft: what was done to it last, so that it can be taken back. PostgreSQL 15.
-- A working aid: bounded, and gone when the draft is published or dropped. What lasts is the record's history.
create table platform.text_edits (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  version_id uuid not null,
  n int not null constraint text_edit_n_positive check (n > 0),
  -- Of the form that asked for it: the same form twice counts once.
  submission uuid not null,
  kind text not null constraint text_edit_kind_known check (kind in
    ('begun', 'corrected', 'added', 'removed', 'moved', 'split', 'merged', 'made-heading', 'renumbered')),
  -- What it was about, as it was called then: `Neni 12`.
  about text not null constraint text_edit_about_length check (length(about) <= 300),
  by_account uuid not null references platform.accounts (id),
  at timestamptz not null,
  -- The run of nodes that the edit replaced: what stood there, after which node, and how many stand there now.
  before jsonb not null,
  -- SHA-256 of the whole draft after it: taken back only from there.
  after_digest text not null constraint text_edit_digest_shape check (after_digest ~ '^[0-9a-f]{64}$'),
  undone_by uuid references platform.accounts (id),
  undone_at timestamptz,
  constraint text_edit_numbered_once unique (version_id, n),
  constraint text_edit_sent_once unique (version_id, submission),
  constraint text_edit_undone_whole check ((undone_by is null) = (undone_at is null)),
  constraint text_edit_of_version foreign key (version_id) references platform.text_versions (id) on delete cascade,
  constraint text_edit_in_institution foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id) on delete cascade
);

create function platform.forget_text_edits() returns trigger language plpgsql as $$
begin
  delete from platform.text_edits where version_id = new.id;
  return null;
end $$;

create trigger text_version_forgets_edits after update of state on platform.text_versions
  for each row when (new.state = 'published' and old.state <> 'published')
  execute function platform.forget_text_edits();
