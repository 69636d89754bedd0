-- How what is looked for is found among a million documents, whatever narrows it. PostgreSQL 15.

-- One index for words and for all that narrows them, so that a common word in a small town is sought inside the index and
-- not in the rows. The day stands in it too: among the newest documents a common word is found without reading the others.
drop index platform.search_documents_words;
create index search_documents_words on platform.search_documents
  using gin (words, day, kind, institution_id, year, state, topics, places) with (fastupdate = off);
drop index platform.search_documents_title_words;
create index search_documents_title_words on platform.search_documents using gin (title_words, day) with (fastupdate = off);
-- Lists without words, and how many there are of each kind.
create index search_documents_by_kind on platform.search_documents (kind, day desc, id desc);
create index search_documents_by_institution on platform.search_documents (institution_id, day desc, id desc);
-- Every statement is planned with what is known of the words: how often they stand beside others is more than usual here.
alter table platform.search_documents alter column words set statistics 500;
