-- What is found by words and what is followed, derived from the public record alone. PostgreSQL 15.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Subjects of which something public was entered in the ledger, one row per entry, written in the transaction of the deed. The
-- worker takes the rows and makes what is derived of them anew. Nobody waits for a neighbour's row here.
create table platform.changed_subjects (
  id bigint generated always as identity primary key,
  subject text not null,
  at timestamptz not null
);

-- One row for each thing that can be found: a record, or an article of its text (`part`). Nothing stands here that is not
-- public: a row is rebuilt from the published views, and goes with them.
create table platform.search_documents (
  id bigint generated always as identity primary key,
  subject text not null constraint search_document_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  -- Empty: the record itself. Else the lineage of the article.
  part text not null default '',
  -- The matter it belongs to: of a comment its consultation, else itself.
  matter text not null,
  kind text not null constraint search_document_kind_shape check (kind ~ '^[a-z-]{2,40}$'),
  -- No foreign key: it would make the index wait for deeds that hold the institution. The nightly look finds what dangles.
  institution_id uuid,
  lang text not null constraint search_document_lang_known check (lang in ('sq', 'en', 'sr')),
  title text not null constraint search_document_title_given check (title <> ''),
  -- Where in the record: "Neni 12 · Tarifat".
  heading text,
  body text not null,
  -- Without language prefix.
  href text not null constraint search_document_href_shape check (href ~ '^/[^/]'),
  published_at timestamptz not null,
  changed_at timestamptz not null,
  -- The civil day of publication where the institution is: what lists are ordered by.
  day date not null,
  year smallint not null,
  state text not null,
  topics text[] not null default '{}',
  places text[] not null default '{}',
  -- The day that lies ahead: of a consultation the last one for comments.
  due_on date,
  -- Stems with places and weights, made by the program: the database knows no Albanian.
  words tsvector not null,
  title_words tsvector not null,
  stem_version smallint not null constraint search_document_stem_version_positive check (stem_version > 0),
  -- MD5 of all that the program gave: what did not change is not written again.
  stamp text not null constraint search_document_stamp_shape check (stamp ~ '^[0-9a-f]{32}$'),
  constraint search_document_once unique (subject, part)
);
create index search_documents_words on platform.search_documents using gin (words) with (fastupdate = off);
create index search_documents_title_words on platform.search_documents using gin (title_words) with (fastupdate = off);
create index search_documents_by_day on platform.search_documents (day desc, id desc);
create index search_documents_of_matter on platform.search_documents (matter);

-- Something that happened to a public matter, told in one line: what feeds list and what followers are written. Written in
-- the transaction of the deed; whether it is still public is asked of the index when it is shown.
create table platform.happenings (
  id uuid primary key default gen_random_uuid(),
  -- What people follow: the consultation, not its comment.
  matter text not null,
  -- What it is about: the matter itself, or a part of it that has a page.
  subject text not null,
  kind text not null constraint happening_kind_shape check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  institution_id uuid not null references platform.institutions (id),
  -- What its sentence needs: days, numbers, labels. Never a name, never words of a citizen.
  facts jsonb not null default '{}' constraint happening_facts_small check (octet_length(facts::text) <= 2000),
  happened_at timestamptz not null,
  -- When the followers were reckoned. Null: not yet. Never by "id greater than the last": a late commit would be skipped.
  told_at timestamptz
);
create index happenings_untold on platform.happenings (happened_at, id) where told_at is null;
create index happenings_of_matter on platform.happenings (matter, happened_at desc, id desc);
create index happenings_of_subject on platform.happenings (subject);
create index happenings_by_time on platform.happenings (happened_at desc, id desc);
create index happenings_of_institution on platform.happenings (institution_id, happened_at desc, id desc);
