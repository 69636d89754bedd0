-- Legal texts as trees. A text has versions; a published version never changes. PostgreSQL 15.
create table platform.texts (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  created_at timestamptz not null,
  constraint text_in_institution unique (institution_id, id)
);

create table platform.text_versions (
  id uuid primary key default gen_random_uuid(),
  text_id uuid not null,
  institution_id uuid not null,
  n int not null constraint text_version_n_positive check (n > 0),
  lang text not null constraint text_version_lang_known check (lang in ('sq', 'en', 'sr')),
  state text not null default 'draft' constraint text_version_state_known check (state in ('draft', 'published')),
  source_kind text not null constraint text_version_source_kind_known check (source_kind in ('docx', 'pasted')),
  -- SHA-256 of the file it was read from. Not a foreign key: the file may be taken down, the text stays.
  source_document text constraint text_version_source_document_shape check (source_document ~ '^[0-9a-f]{64}$'),
  read_at timestamptz not null,
  published_at timestamptz,
  constraint text_version_in_institution unique (institution_id, id),
  constraint text_version_numbered_once unique (text_id, n),
  constraint text_version_of_text foreign key (institution_id, text_id) references platform.texts (institution_id, id),
  constraint text_version_published_has_date check ((state = 'published') = (published_at is not null))
);

-- node_id is a lineage: the same article keeps it through later versions, whatever its label and place.
create table platform.text_nodes (
  version_id uuid not null,
  node_id uuid not null,
  institution_id uuid not null,
  parent_id uuid,
  ordinal int not null,
  kind text not null constraint text_node_kind_known check (kind in
    ('preamble', 'part', 'title', 'chapter', 'section', 'article', 'point', 'letter', 'paragraph', 'table', 'annex',
     'signature')),
  -- Text as printed: 39/1, I, ç.
  label text,
  heading text,
  body text not null,
  printed text not null,
  digest text not null constraint text_node_digest_shape check (digest ~ '^[0-9a-f]{64}$'),
  constraint text_node_once primary key (version_id, node_id),
  constraint text_node_order unique (version_id, ordinal),
  constraint text_node_of_version foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id),
  constraint text_node_parent foreign key (version_id, parent_id)
    references platform.text_nodes (version_id, node_id),
  constraint text_node_parent_is_another check (parent_id <> node_id)
);
create index text_nodes_by_parent on platform.text_nodes (version_id, parent_id);
create index text_nodes_by_lineage on platform.text_nodes (institution_id, node_id);

create table platform.text_doubts (
  id uuid primary key default gen_random_uuid(),
  version_id uuid not null,
  institution_id uuid not null,
  ordinal int not null,
  -- Null: the words stand in no node.
  node_id uuid,
  reason text not null constraint text_doubt_reason_known check (reason in
    ('before-first-article', 'numbering-jumps', 'numbering-repeats', 'letter-out-of-order', 'broken-line-joined',
     'heading-guessed', 'looks-like-article', 'table', 'tracked-change', 'note', 'page-furniture', 'image', 'unreadable')),
  source text not null,
  settled_at timestamptz,
  settled_by uuid references platform.accounts (id),
  settlement text constraint text_doubt_settlement_known check (settlement in ('kept', 'left-out')),
  constraint text_doubt_order unique (version_id, ordinal),
  constraint text_doubt_of_version foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id),
  constraint text_doubt_of_node foreign key (version_id, node_id)
    references platform.text_nodes (version_id, node_id) on delete set null (node_id),
  constraint text_doubt_settled_whole check ((settled_at is null) = (settlement is null))
);
create index text_doubts_by_node on platform.text_doubts (version_id, node_id);
create index text_doubts_open on platform.text_doubts (version_id) where settled_at is null;

-- The source as plain paragraphs, to be shown beside the tree.
create table platform.text_sources (
  version_id uuid primary key,
  institution_id uuid not null,
  paragraphs text[] not null,
  constraint text_source_of_version foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id)
);

create function platform.refuse_change_of_published_version() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception 'text version % is published and never changes', old.id
      using errcode = 'integrity_constraint_violation', constraint = 'text_version_published_is_final';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger text_version_published_is_final before update or delete on platform.text_versions
  for each row execute function platform.refuse_change_of_published_version();

-- Statement triggers with transition tables: one look at the versions touched, not one for each of a code's 1,200 nodes.
create function platform.refuse_change_in_published_version() returns trigger language plpgsql as $$
declare
  published uuid;
begin
  -- The lock makes a publication that runs at the same moment wait for us, or us for it.
  perform from platform.text_versions as version
    where version.id in (select touched.version_id from touched) for share;
  select version.id into published from platform.text_versions as version
    where version.id in (select touched.version_id from touched) and version.state = 'published' limit 1;
  if published is not null then
    raise exception 'text version % is published: what stands in % never changes', published, tg_table_name
      using errcode = 'integrity_constraint_violation', constraint = 'text_version_published_is_final';
  end if;
  return null;
end $$;

create trigger text_node_added after insert on platform.text_nodes referencing new table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger text_node_changed_from after update on platform.text_nodes referencing old table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger text_node_changed_to after update on platform.text_nodes referencing new table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger text_node_removed after delete on platform.text_nodes referencing old table as touched
  for each statement execute function platform.refuse_change_in_published_version();

create trigger text_source_added after insert on platform.text_sources referencing new table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger text_source_changed_from after update on platform.text_sources referencing old table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger text_source_changed_to after update on platform.text_sources referencing new table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger text_source_removed after delete on platform.text_sources referencing old table as touched
  for each statement execute function platform.refuse_change_in_published_version();
