import type { Database } from '#platform/db/database.ts'

/** The index as the worker leaves it, of the public consultations. */
export async function indexed(db: Database): Promise<void> {
  await db.begin(async (tx) => {
    await tx`
      insert into platform.search_documents
        (subject, matter, kind, institution_id, lang, title, body, href, published_at, changed_at, day, year, state, topics,
         places, words, title_words, stem_version, stamp)
      select subject, subject, kind, institution_id, lang, title, body, '/konsultime/' || slug, published_at, changed_at,
             published_at::date, extract(year from published_at), state, topics::text[], places::text[], ''::tsvector, ''::tsvector, 1, md5(slug)
      from consultations.published_consultations on conflict (subject, part) do nothing`
    await tx`delete from platform.changed_subjects`
  })
}
