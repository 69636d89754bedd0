import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'

export type FoundDocument = {
  documentId: string
  institutionId: string
  title: string | null
  fileName: string
  lang: string
  addedAt: Date
  day: string
  words: string
}

/** Papers of the archive that everybody can have now, one row for each language, with the words that were read from them. */
export const listFoundDocuments = (db: Queryable, ids: readonly string[]): Promise<FoundDocument[]> => db<
  FoundDocument[]
>`
  select document.document as document_id, institution.id as institution_id, document.title, document.file_name,
         document.lang, document.added_at,
         coalesce(document.happened_on, (document.added_at at time zone institution.zone)::date)::text as day,
         (select coalesce(string_agg(page.text, E'\n' order by page.page), '')
          from platform.document_texts as page where page.file_id = document.id) as words
  from platform.open_documents as document
  join platform.institutions as institution on institution.slug = document.institution
  where ${amongIds(db, 'document.document', ids)}`

export const listPublicDocumentIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from platform.recorded_documents ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}
