-- A document is one thing with a class, words and files by language, each file with its versions. PostgreSQL 15.
alter table platform.documents drop constraint document_role_known;
alter table platform.documents
  add constraint document_role_known check (role in (
    'draft', 'reasoning', 'notice', 'annex', 'attachment', 'letter', 'scan', 'proof', 'archive', 'picture')),
  add constraint document_lang_shape check (lang ~ '^[a-z]{2,3}$'),
  -- How far it may travel, whatever state its record is in.
  add column class text constraint document_class_known check (class in ('public', 'internal', 'personal', 'confidential')),
  -- A picture that says nothing: it needs no words instead of it.
  add column decorative boolean not null default false,
  -- When what it tells of happened, for old papers; the precision says how much of the date is known.
  add column happened_on date,
  add column happened_precision text constraint document_precision_known check (happened_precision in ('day', 'month', 'year')),
  add column subject_kind text generated always as (split_part(subject, ':', 1)) stored,
  add column search tsvector generated always as (to_tsvector('simple'::regconfig, platform.plain(title))) stored,
  add constraint document_happened_whole check ((happened_on is null) = (happened_precision is null));

update platform.documents set class = case
  when subject like 'consultations.%' then 'public' when subject like 'intake.%' then 'personal' else 'internal' end;
alter table platform.documents alter column class set not null;

create index documents_by_institution on platform.documents (institution_id, added_at desc, id desc) where removed_at is null;
create index documents_by_moment on platform.documents (added_at desc, id desc) where removed_at is null;
create index documents_by_search on platform.documents using gin (search) where removed_at is null;

-- Title and alternative text by language. The title in the document's own language stands with the document.
create table platform.document_words (
  document_id uuid not null references platform.documents (id) on delete cascade,
  lang text not null constraint document_words_lang_shape check (lang ~ '^[a-z]{2,3}$'),
  title text constraint document_words_title_length check (length(title) between 1 and 200),
  alt text constraint document_words_alt_length check (length(alt) between 1 and 500),
  primary key (document_id, lang),
  constraint document_words_say_something check (title is not null or alt is not null)
);

-- The files of a document. None is overwritten: a new one in the same language is the next version.
create table platform.document_files (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  document_id uuid not null,
  lang text not null constraint document_file_lang_shape check (lang ~ '^[a-z]{2,3}$'),
  version int not null constraint document_file_version_positive check (version > 0),
  -- Both go when it is taken down: the content is then named by nobody, and the sweep removes it.
  digest text references platform.files (digest),
  file_name text constraint document_file_name_length check (length(file_name) between 1 and 160),
  size bigint not null,
  added_at timestamptz not null,
  added_by uuid references platform.accounts (id),
  replaced_at timestamptz,
  -- Everybody could read it until it was replaced, so everybody may still see what stood there.
  was_public boolean not null default false,
  taken_down_at timestamptz,
  -- Signed by its author: not a byte of it was changed, so its metadata stands.
  signed boolean not null default false,
  -- What became of reading its words: see document-rules.ts.
  reading text not null default 'waiting' constraint document_file_reading_known check (reading in (
    'waiting', 'read', 'partly', 'unread', 'none', 'encrypted', 'broken', 'too-heavy')),
  read_at timestamptz,
  pages int,
  -- Who and what made it, as the file itself says: for officials.
  metadata jsonb constraint document_file_metadata_object check (jsonb_typeof(metadata) = 'object'),
  constraint document_file_of_document foreign key (institution_id, document_id)
    references platform.documents (institution_id, id) on delete cascade,
  constraint document_file_version_once unique (document_id, lang, version),
  constraint document_file_gone_without_content check (
    (taken_down_at is null) = (digest is not null) and (digest is null) = (file_name is null))
);
create unique index document_file_current on platform.document_files (document_id, lang) where replaced_at is null;
create index document_files_by_digest on platform.document_files (digest);
-- For the room an institution takes up, from the index alone.
create index document_files_by_institution on platform.document_files (institution_id) include (size) where digest is not null;
create index document_files_waiting on platform.document_files (added_at) where reading = 'waiting';

insert into platform.document_files
  (institution_id, document_id, lang, version, digest, file_name, size, added_at, added_by)
select document.institution_id, document.id, document.lang, document.version, document.digest, document.file_name, file.size,
       document.added_at, document.added_by
from platform.documents as document
join platform.files as file on file.digest = document.digest;

alter table platform.documents drop column digest, drop column file_name, drop column version;

-- The words of a file, page by page; of files without pages in parts.
create table platform.document_texts (
  file_id uuid not null references platform.document_files (id) on delete cascade,
  page int not null constraint document_text_page_positive check (page > 0),
  text text not null constraint document_text_length check (length(text) <= 100000),
  by text not null constraint document_text_by_known check (by in ('program', 'official')),
  search tsvector generated always as (to_tsvector('simple'::regconfig, platform.plain(text))) stored,
  primary key (file_id, page)
);
create index document_texts_by_search on platform.document_texts using gin (search);

-- Pictures made of a file: of a photograph in sane widths, of a page that has no words. `n`: the width, or the page.
create table platform.document_pictures (
  file_id uuid not null references platform.document_files (id) on delete cascade,
  kind text not null constraint document_picture_kind_known check (kind in ('width', 'page')),
  n int not null constraint document_picture_n_positive check (n > 0),
  width int not null,
  height int not null,
  digest text not null references platform.files (digest),
  primary key (file_id, kind, n)
);
create index document_pictures_by_digest on platform.document_pictures (digest);

-- How much room the files of an institution may take. None: no limit but the disk.
create table platform.document_quotas (
  institution_id uuid primary key references platform.institutions (id),
  bytes bigint not null constraint document_quota_positive check (bytes > 0),
  set_at timestamptz not null,
  set_by uuid references platform.accounts (id)
);

-- Several old papers from one form: the form may arrive twice and counts once.
create table platform.document_imports (
  submission_id uuid primary key,
  institution_id uuid not null references platform.institutions (id),
  at timestamptz not null,
  by_account_id uuid not null references platform.accounts (id),
  count int not null
);
create index document_imports_by_institution on platform.document_imports (institution_id, at desc);
create index document_imports_by_account on platform.document_imports (by_account_id);
