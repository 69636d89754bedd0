import type { Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { MediaType } from '../files/media-types.ts'
import type { DocumentClass, DocumentRole, HappenedPrecision, ReadingState } from './document-rules.ts'

export async function insertFile(
  tx: Transaction,
  file: { digest: string; size: number; mediaType: MediaType },
  now: Date,
): Promise<void> {
  await tx`
    insert into platform.files (digest, size, media_type, created_at)
    values (${file.digest}, ${file.size}, ${file.mediaType}, ${now})
    on conflict (digest) do nothing`
}

export type NewDocument = {
  institutionId: string
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
}

export async function insertDocument(tx: Transaction, document: NewDocument): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.documents
      (institution_id, subject, role, class, title, lang, decorative, happened_on, happened_precision, added_at, added_by)
    values (${document.institutionId}, ${document.subject}, ${document.role}, ${document.class}, ${document.title},
            ${document.lang}, ${document.decorative}, ${document.happenedOn}, ${document.happenedPrecision},
            ${document.addedAt}, ${document.addedBy})
    returning id`
  if (!row) throw new Error('No document was written')
  return row.id
}

export type NewDocumentFile = {
  institutionId: string
  documentId: string
  lang: string
  digest: string
  fileName: string
  size: number
  addedAt: Date
  addedBy: string | null
  signed: boolean
  reading: ReadingState
}

/** The next version in its language; whoever calls has marked the one before as replaced. */
export async function insertDocumentFile(
  tx: Transaction,
  file: NewDocumentFile,
): Promise<{ id: string; version: number }> {
  const [row] = await tx<{ id: string; version: number }[]>`
    insert into platform.document_files
      (institution_id, document_id, lang, version, digest, file_name, size, added_at, added_by, signed, reading)
    select ${file.institutionId}, ${file.documentId}, ${file.lang}, coalesce(max(earlier.version), 0) + 1, ${file.digest},
           ${file.fileName}, ${file.size}, ${file.addedAt}::timestamptz, ${file.addedBy}::uuid, ${file.signed},
           ${file.reading}
    from platform.document_files as earlier
    where earlier.document_id = ${file.documentId} and earlier.lang = ${file.lang}
    returning id, version`
  if (!row) throw new Error('No file of a document was written')
  return row
}

export async function markFileReplaced(
  tx: Transaction,
  file: { documentId: string; lang: string; now: Date; wasPublic: boolean },
): Promise<boolean> {
  const result = await tx`
    update platform.document_files set replaced_at = ${file.now}, was_public = ${file.wasPublic}
    where document_id = ${file.documentId} and lang = ${file.lang} and replaced_at is null`
  return result.count === 1
}

/** Locks a document for a deed; null for one that is not there or was removed. */
export const holdDocument = async (tx: Transaction, id: string): Promise<HeldDocument | null> =>
  one(
    await tx<HeldDocument[]>`
      select id, institution_id, subject, role, class, title, lang, decorative, added_by,
             not exists (select from platform.document_files as file
                         where file.document_id = document.id and file.taken_down_at is null) as taken_down
      from platform.documents as document where id = ${id} and removed_at is null for update`,
  )

export type HeldDocument = {
  id: string
  institutionId: string
  subject: string
  role: DocumentRole
  class: DocumentClass
  title: string
  lang: string
  decorative: boolean
  addedBy: string | null
  takenDown: boolean
}

export async function updateDocument(
  tx: Transaction,
  document: Pick<HeldDocument, 'id' | 'role' | 'class' | 'title' | 'lang' | 'decorative'>,
): Promise<void> {
  await tx`
    update platform.documents set role = ${document.role}, class = ${document.class}, title = ${document.title},
      lang = ${document.lang}, decorative = ${document.decorative}
    where id = ${document.id}`
}

/** A file that was entered in the wrong language: all its versions go with it. */
export async function moveFilesToLanguage(
  tx: Transaction,
  documentId: string,
  from: string,
  to: string,
): Promise<void> {
  await tx`update platform.document_files set lang = ${to} where document_id = ${documentId} and lang = ${from}`
}

/** Sets what is said in a language; with neither title nor alternative text nothing is said there any more. */
export async function setDocumentWords(
  tx: Transaction,
  words: { documentId: string; lang: string; title: string | null; alt: string | null },
): Promise<void> {
  await tx`delete from platform.document_words where document_id = ${words.documentId} and lang = ${words.lang}`
  if (words.title === null && words.alt === null) return
  await tx`
    insert into platform.document_words (document_id, lang, title, alt)
    values (${words.documentId}, ${words.lang}, ${words.title}, ${words.alt})`
}

export async function markRemoved(
  tx: Transaction,
  wanted: { institutionId: string; id: string; now: Date },
): Promise<boolean> {
  const result = await tx`
    update platform.documents set removed_at = ${wanted.now}
    where institution_id = ${wanted.institutionId} and id = ${wanted.id} and removed_at is null`
  return result.count === 1
}

/** The content of these documents is named by them no more, nor are its words and pictures; their rows stay. */
export async function withdrawFiles(tx: Transaction, documentIds: readonly string[], now: Date): Promise<number> {
  const ids = documentIds as string[]
  const files = tx`select id from platform.document_files where document_id = any(${ids}::uuid[])`
  await tx`delete from platform.document_texts where file_id in (${files})`
  await tx`delete from platform.document_pictures where file_id in (${files})`
  await tx`delete from platform.document_words where document_id = any(${ids}::uuid[])`
  const result = await tx`
    update platform.document_files
    set taken_down_at = ${now}, digest = null, file_name = null, metadata = null, pages = null, reading = 'none'
    where document_id = any(${ids}::uuid[]) and taken_down_at is null`
  return result.count
}

/** False: the same form was taken in before. */
export async function insertImport(
  tx: Transaction,
  taken: { submissionId: string; institutionId: string; at: Date; by: string; count: number },
): Promise<boolean> {
  const result = await tx`
    insert into platform.document_imports (submission_id, institution_id, at, by_account_id, count)
    values (${taken.submissionId}, ${taken.institutionId}, ${taken.at}, ${taken.by}, ${taken.count})
    on conflict (submission_id) do nothing`
  return result.count === 1
}
