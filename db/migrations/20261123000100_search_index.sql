-- How the index of the search is kept: what waits, the index that is built beside the one people search in, and the words
-- that are known. PostgreSQL 15.

alter table platform.changed_subjects
  -- How often it could not be indexed, when it is looked at again, and why.
  add column attempts smallint not null default 0,
  add column retry_at timestamptz not null default '-infinity',
  add column fault text;
create index changed_subjects_by_turn on platform.changed_subjects (retry_at, id);
create index changed_subjects_of_subject on platform.changed_subjects (subject);
-- Its rows live half a second: dead ones are swept away early.
alter table platform.changed_subjects set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Papers that stand with a record are parts of it: `<document>.<language>.<piece>`.
create index search_documents_of_paper on platform.search_documents (split_part(part, '.', 1)) where part <> '';

-- The same columns, constraints and indexes: it is filled beside the other, then the two change names.
create table platform.search_documents_next (like platform.search_documents including all);
alter table platform.search_documents_next alter column words set statistics 500;

create table platform.search_state (
  one boolean primary key default true constraint search_state_once check (one),
  -- By which rules the index was built; 0: it never was.
  stem_version smallint not null,
  built_at timestamptz,
  -- While it is, every change goes into both indexes.
  filling boolean not null
);
insert into platform.search_state (stem_version, built_at, filling) values (0, null, false);

-- The words that public records use, as people may mean them: for "did you mean" and for what is offered while typing.
create table platform.search_words (
  folded text primary key,
  shown text not null,
  stem text not null,
  documents int not null constraint search_word_found check (documents > 0)
);
create index search_words_alike on platform.search_words using gin (folded gin_trgm_ops);
create index search_words_begun on platform.search_words (folded text_pattern_ops);
create index search_words_of_stem on platform.search_words (stem, documents desc);
