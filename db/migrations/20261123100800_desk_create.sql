-- The coordinator's desk: what the list of comments is narrowed by, saved views, labels, deeds on many comments at once,
-- and the covering of a third person's data. PostgreSQL 15.

-- Words of comments are private until they are published, so they are not searched in the public index. Kept plain beside
-- themselves: to make them plain for each row that is looked at took most of the time of a search.
alter table consultations.comment_versions
  add column desk_words text generated always as (
    platform.plain(body || E'\n' || coalesce(suggestion, '') || E'\n' || coalesce(author_name, '') || E'\n'
                   || coalesce(organisation, ''))) stored;
create index comment_versions_desk_words on consultations.comment_versions using gin (desk_words gin_trgm_ops);
create index comment_versions_found on consultations.comment_versions (institution_id, comment_id) where found <> '{}';
create index comment_versions_suggested on consultations.comment_versions (institution_id, comment_id) where suggestion is not null;

-- An index behind each filter. Those of the common case (the site, a citizen, Albanian) are the lists by day themselves.
create index comments_desk_states on consultations.comments (institution_id, consultation_id, state)
  where confirmed_at is not null;
create index comments_desk_set_aside on consultations.comments (institution_id, state, confirmed_at desc, id desc)
  where confirmed_at is not null and state in ('held', 'withdrawn', 'taken-down');
create index comments_desk_article on consultations.comments (consultation_id, stands_node_id, confirmed_at desc, id desc)
  where confirmed_at is not null;
create index comments_desk_lost on consultations.comments (consultation_id, confirmed_at desc, id desc)
  where confirmed_at is not null and place_lost;
create index comments_desk_channel on consultations.comments (institution_id, channel, confirmed_at desc, id desc)
  where confirmed_at is not null and channel <> 'web';
create index comments_desk_sender on consultations.comments (institution_id, sender_kind, confirmed_at desc, id desc)
  where confirmed_at is not null and sender_kind <> 'citizen';
create index comments_desk_late on consultations.comments (institution_id, confirmed_at desc, id desc)
  where confirmed_at is not null and late;
create index comments_desk_received on consultations.comments (institution_id, received_on, id)
  where confirmed_at is not null and received_on is not null;
create index comments_desk_other_language on consultations.comments (institution_id, lang, confirmed_at desc, id desc)
  where confirmed_at is not null and lang <> 'sq';
create index documents_of_comments on platform.documents (institution_id, subject)
  where removed_at is null and role = 'attachment' and subject like 'consultations.comment:%';

-- Words that the staff puts on comments of one consultation; nobody else reads them.
create table consultations.labels (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  name text not null constraint label_name_length check (length(name) between 1 and 60),
  -- Never alone: the word stands beside it.
  tone int not null default 1 constraint label_tone_known check (tone between 1 and 6),
  version int not null default 1,
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  constraint label_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint label_in_institution unique (institution_id, id)
);
create unique index label_once on consultations.labels (consultation_id, platform.plain(name));

create table consultations.comment_labels (
  institution_id uuid not null,
  comment_id uuid not null,
  label_id uuid not null,
  by_account_id uuid not null references platform.accounts (id),
  at timestamptz not null,
  primary key (comment_id, label_id),
  constraint comment_label_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id) on delete cascade,
  constraint comment_label_of_label foreign key (institution_id, label_id)
    references consultations.labels (institution_id, id) on delete cascade
);
create index comment_labels_by_label on consultations.comment_labels (label_id, comment_id);

-- A list narrowed in one way, under a name: one official's own, or shared within the institution.
create table consultations.desk_views (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  account_id uuid not null references platform.accounts (id),
  name text not null constraint desk_view_name_length check (length(name) between 1 and 60),
  -- As it stands in the address, without the question mark.
  query text not null constraint desk_view_query_length check (length(query) <= 2000),
  shared boolean not null default false,
  form_id uuid not null constraint desk_view_form_once unique,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index desk_views_of_account on consultations.desk_views (account_id, created_at, id);
create index desk_views_shared on consultations.desk_views (institution_id, created_at, id) where shared;

-- With which view the desk opens for an official.
create table consultations.desk_defaults (
  account_id uuid primary key references platform.accounts (id),
  view_id uuid not null references consultations.desk_views (id) on delete cascade
);
create index desk_defaults_by_view on consultations.desk_defaults (view_id);

-- One deed on many comments at once. Each comment has its own history and its own entries in the ledger all the same.
create table consultations.bulk_deeds (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  by_account_id uuid not null references platform.accounts (id),
  -- The same form arriving twice is one deed.
  form_id uuid not null constraint bulk_deed_form_once unique,
  deed text not null constraint bulk_deed_known check (deed in ('assign', 'label', 'unlabel', 'release', 'hold')),
  -- Null: taken from whoever has it.
  assignee_id uuid references platform.accounts (id),
  label text constraint bulk_deed_label_length check (length(label) between 1 and 60),
  ground text constraint bulk_deed_ground_known check (ground in
    ('personal-data', 'insult', 'advertising', 'other-matter', 'unlawful')),
  note text constraint bulk_deed_note_length check (length(note) <= 1000),
  state text not null default 'running' constraint bulk_deed_state_known check (state in
    ('running', 'done', 'undoing', 'undone')),
  started_at timestamptz not null,
  done_at timestamptz,
  -- Until then it can be undone, and no letter goes out.
  undo_until timestamptz,
  undone_at timestamptz,
  undone_by uuid references platform.accounts (id),
  constraint bulk_deed_in_institution unique (institution_id, id),
  constraint bulk_label_named check ((deed in ('label', 'unlabel')) = (label is not null)),
  constraint bulk_hold_has_ground check ((deed = 'hold') = (ground is not null)),
  constraint bulk_done_has_times check ((done_at is null) = (undo_until is null) and (state = 'running') = (done_at is null))
);
create index bulk_deeds_newest on consultations.bulk_deeds (institution_id, started_at desc, id desc);
create index bulk_deeds_running on consultations.bulk_deeds (started_at) where state in ('running', 'undoing');

create table consultations.bulk_members (
  institution_id uuid not null,
  deed_id uuid not null,
  comment_id uuid not null,
  -- What stood when the deed was confirmed: what has changed since then is left alone and named.
  version int not null,
  state text not null,
  assignee_id uuid,
  outcome text not null default 'waiting' constraint bulk_outcome_known check (outcome in
    ('waiting', 'done', 'nothing-to-do', 'changed-meanwhile', 'not-permitted', 'failed', 'undone', 'changed-since')),
  -- What the deed found and what it left, for undoing it: which wordings were hidden, when the comment was changed.
  before jsonb,
  at timestamptz,
  letter_at timestamptz,
  primary key (deed_id, comment_id),
  constraint bulk_member_of_deed foreign key (institution_id, deed_id)
    references consultations.bulk_deeds (institution_id, id),
  constraint bulk_member_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id) on delete cascade
);
create index bulk_members_by_outcome on consultations.bulk_members (deed_id, outcome);
create index bulk_members_by_comment on consultations.bulk_members (comment_id);

-- Data of a third person in the words of a comment were covered: everybody reads when and why. The words are gone.
create table consultations.comment_redactions (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  comment_id uuid not null,
  form_id uuid not null constraint comment_redaction_form_once unique,
  ground text not null constraint comment_redaction_ground_known check (ground in
    ('third-person', 'minor', 'sensitive', 'own-data', 'authority-order')),
  passages int not null constraint comment_redaction_passages_positive check (passages > 0),
  at timestamptz not null,
  by_account_id uuid not null references platform.accounts (id),
  constraint comment_redaction_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id)
);
create index comment_redactions_by_comment on consultations.comment_redactions (comment_id, at desc, id);
create constraint trigger comment_redaction_in_ledger after insert or update or delete on consultations.comment_redactions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');
