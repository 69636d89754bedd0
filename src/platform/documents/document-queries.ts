import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { MediaType } from '../files/media-types.ts'
import type { DocumentClass, DocumentRole, HappenedPrecision, ReadingState } from './document-rules.ts'

/** A document with its main file: the newest in its own language, or, where that is gone, in another. */
export type Document = {
  id: string
  institutionId: string
  subject: string
  role: DocumentRole
  class: DocumentClass
  title: string
  /** Of the document; the file's may be another. */
  ownLang: string
  decorative: boolean
  happenedOn: string | null
  happenedPrecision: HappenedPrecision | null
  addedAt: Date
  addedBy: string | null
  /** Languages in which a file is there. */
  languages: string[]
  fileId: string
  fileName: string
  lang: string
  digest: string
  size: number
  mediaType: MediaType
  version: number
  reading: ReadingState
  /** When the version before this one was replaced; null when there was none. */
  replacedEarlierAt: Date | null
}

/** The main file by its own index: one row of files, whatever versions stand behind it. */
const documents = (db: Queryable) => db`
  select document.id, document.institution_id, document.subject, document.role, document.class, document.title,
         document.lang as own_lang, document.decorative, document.happened_on, document.happened_precision,
         document.added_at, document.added_by, current.languages, main.id as file_id, main.file_name, main.lang,
         main.digest, main.size::int as size, file.media_type, main.version, main.reading,
         case when main.version > 1 then main.added_at end as replaced_earlier_at
  from platform.documents as document
  join lateral (
    select array_agg(one.lang order by one.lang) as languages from platform.document_files as one
    where one.document_id = document.id and one.replaced_at is null and one.digest is not null) as current on true
  join lateral (
    select one.added_at, one.digest, one.file_name, one.id, one.lang, one.reading, one.size, one.version
    from platform.document_files as one
    where one.document_id = document.id and one.replaced_at is null and one.digest is not null
    order by one.lang = document.lang desc, one.lang = 'sq' desc, one.lang limit 1) as main on true
  join platform.files as file on file.digest = main.digest`

/** The documents that stand with these records, record by record, oldest first. */
export function listDocuments(db: Queryable, subjects: readonly string[]): Promise<Document[]> {
  return db<Document[]>`
    ${documents(db)}
    where document.subject = any(${subjects as string[]}::text[]) and document.removed_at is null
    order by document.subject, document.added_at, document.id`
}

/** Null also for one that was removed, or taken down. */
export const findDocument = async (db: Queryable, id: string): Promise<Document | null> =>
  one(await db<Document[]>`${documents(db)} where document.id = ${id} and document.removed_at is null`)

export type TakenDownDocument = { id: string; subject: string; takenDownAt: Date }

/** What stood with these records and was taken down: its place, and nothing of it. */
export function listTakenDown(db: Queryable, subjects: readonly string[]): Promise<TakenDownDocument[]> {
  return db<TakenDownDocument[]>`
    select document.id, document.subject, max(file.taken_down_at) as taken_down_at
    from platform.documents as document
    join platform.document_files as file on file.document_id = document.id
    where document.subject = any(${subjects as string[]}::text[]) and document.removed_at is null
    group by document.id
    having count(*) filter (where file.taken_down_at is null) = 0
    order by document.added_at, document.id`
}

/** One file of a document, with what decides who may have it. */
export type DocumentFile = {
  id: string
  documentId: string
  institutionId: string
  subject: string
  class: DocumentClass
  lang: string
  version: number
  /** Null: taken down. */
  digest: string | null
  fileName: string | null
  size: number
  mediaType: MediaType | null
  addedAt: Date
  addedBy: string | null
  replacedAt: Date | null
  wasPublic: boolean
  takenDownAt: Date | null
  signed: boolean
  reading: ReadingState
  pages: number | null
  metadata: Record<string, string> | null
}

const documentFiles = (db: Queryable) => db`
  select one.id, one.document_id, one.institution_id, document.subject, document.class, one.lang, one.version, one.digest,
         one.file_name, one.size::int as size, file.media_type, one.added_at, one.added_by, one.replaced_at, one.was_public,
         one.taken_down_at, one.signed, one.reading, one.pages, one.metadata
  from platform.document_files as one
  join platform.documents as document on document.id = one.document_id and document.removed_at is null
  left join platform.files as file on file.digest = one.digest`

/** All files of a document, language by language, newest version first. Those taken down too. */
export function listDocumentFiles(db: Queryable, documentId: string): Promise<DocumentFile[]> {
  return db<DocumentFile[]>`
    ${documentFiles(db)} where one.document_id = ${documentId} order by one.lang = document.lang desc, one.lang, one.version desc`
}

export const findDocumentFile = async (db: Queryable, fileId: string): Promise<DocumentFile | null> =>
  one(await db<DocumentFile[]>`${documentFiles(db)} where one.id = ${fileId}`)

export type DocumentWords = { lang: string; title: string | null; alt: string | null }

export function listDocumentWords(db: Queryable, documentId: string): Promise<DocumentWords[]> {
  return db<DocumentWords[]>`
    select lang, title, alt from platform.document_words where document_id = ${documentId} order by lang`
}

/** Title and alternative text in a language, of the documents of these records. */
export function listWordsIn(
  db: Queryable,
  lang: string,
  subjects: readonly string[],
): Promise<{ id: string; title: string | null; alt: string | null }[]> {
  return db<{ id: string; title: string | null; alt: string | null }[]>`
    select words.document_id as id, words.title, words.alt from platform.document_words as words
    join platform.documents as document on document.id = words.document_id and document.removed_at is null
    where words.lang = ${lang} and document.subject = any(${subjects as string[]}::text[])`
}

/** A document without its files: also one that was taken down. */
export type DocumentHead = {
  id: string
  institutionId: string
  zone: string
  subject: string
  role: DocumentRole
  class: DocumentClass
  title: string
  lang: string
  decorative: boolean
  happenedOn: string | null
  happenedPrecision: HappenedPrecision | null
  addedAt: Date
  addedBy: string | null
  addedByName: string | null
}

export const findDocumentHead = async (db: Queryable, id: string): Promise<DocumentHead | null> =>
  one(
    await db<DocumentHead[]>`
      select document.id, document.institution_id, institution.zone, document.subject, document.role, document.class,
             document.title, document.lang, document.decorative, document.happened_on, document.happened_precision,
             document.added_at, document.added_by, account.name as added_by_name
      from platform.documents as document
      join platform.institutions as institution on institution.id = document.institution_id
      left join platform.accounts as account on account.id = document.added_by
      where document.id = ${id} and document.removed_at is null`,
  )
