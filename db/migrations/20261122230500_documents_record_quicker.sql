-- The files of a record, as its entry in the ledger has them: the same words as before, in a function that keeps its plan.
-- Before PostgreSQL 18 a function in SQL is planned anew each time it is called: 1.0 to 1.4 ms where the look itself takes
-- 0.1 ms, for every comment that is entered. PostgreSQL 15.
create or replace function platform.documents_record(of_subject text) returns jsonb language plpgsql stable as $$
begin
  return (
    select coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', document.id, 'role', document.role, 'class', document.class, 'title', document.title, 'lang', document.lang,
        'decorative', document.decorative, 'happened_on', document.happened_on,
        'happened_precision', document.happened_precision, 'added_at', document.added_at,
        'words', (
          select coalesce(jsonb_agg(jsonb_build_object('lang', words.lang, 'title', words.title, 'alt', words.alt)
                                    order by words.lang collate "C"), '[]')
          from platform.document_words as words where words.document_id = document.id),
        'files', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'id', file.id, 'lang', file.lang, 'version', file.version, 'digest', file.digest, 'file_name', file.file_name,
            'size', file.size, 'added_at', file.added_at, 'replaced_at', file.replaced_at,
            'taken_down_at', file.taken_down_at, 'signed', file.signed) order by file.lang collate "C", file.version), '[]')
          from platform.document_files as file
          where file.document_id = document.id and (file.replaced_at is null or file.was_public)))
        order by document.added_at, document.id)
      from platform.documents as document
      where document.subject = of_subject and document.removed_at is null and document.class = 'public'), '[]')
    || coalesce((
      select jsonb_agg(jsonb_build_object('subject', takedown.subject, 'taken_down_ground', takedown.ground,
                                          'taken_down_at', takedown.taken_at) order by takedown.taken_at, takedown.id)
      from platform.takedowns as takedown
      where takedown.of_subject = documents_record.of_subject and takedown.lifted_at is null), '[]')
  );
end $$;
