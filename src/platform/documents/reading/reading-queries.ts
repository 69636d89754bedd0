import type { Queryable, Transaction } from '../../db/database.ts'
import { one } from '../../db/database.ts'
import type { MediaType } from '../../files/media-types.ts'
import type { DocumentRole, ReadingState } from '../document-rules.ts'
import type { FoundPicture } from './reading-rules.ts'

export type FileToRead = {
  id: string
  digest: string
  mediaType: MediaType
  role: DocumentRole
  documentId: string
  subject: string
}

/** Null: it was read, taken down or erased meanwhile. */
export const findFileToRead = async (db: Queryable, id: string): Promise<FileToRead | null> =>
  one(
    await db<FileToRead[]>`
      select one.id, one.digest, file.media_type, document.role, document.id as document_id, document.subject
      from platform.document_files as one
      join platform.documents as document on document.id = one.document_id
      join platform.files as file on file.digest = one.digest
      where one.id = ${id} and one.reading = 'waiting'`,
  )

/** Locks it for what was found; false when it no longer waits for anything. */
export async function holdFileToRead(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx`
    select from platform.document_files where id = ${id} and reading = 'waiting' and digest is not null for update`
  return rows.length === 1
}

/** Files that wait for longer than this: their job was lost, or they are older than the reading of words. */
export async function listWaitingFiles(db: Queryable, before: Date, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from platform.document_files where reading = 'waiting' and added_at < ${before} order by added_at limit ${limit}`
  return rows.map((row) => row.id)
}

export async function setReading(
  tx: Transaction,
  file: {
    id: string
    reading: ReadingState
    pages: number | null
    signed: boolean
    metadata: Record<string, string>
    at: Date
  },
): Promise<void> {
  await tx`
    update platform.document_files
    set reading = ${file.reading}, read_at = ${file.at}, pages = ${file.pages}, signed = signed or ${file.signed}::boolean,
        metadata = ${Object.keys(file.metadata).length > 0 ? tx.json(file.metadata) : null}
    where id = ${file.id}`
}

export async function insertTexts(
  tx: Transaction,
  fileId: string,
  texts: readonly { page: number; text: string }[],
): Promise<void> {
  await tx`
    insert into platform.document_texts (file_id, page, text, by)
    select ${fileId}::uuid, given.page, given.text, 'program'
    from unnest(${texts.map(({ page }) => page)}::int[], ${texts.map(({ text }) => text)}::text[]) as given (page, text)`
}

export async function insertPicture(
  tx: Transaction,
  fileId: string,
  picture: Pick<FoundPicture, 'kind' | 'n' | 'width' | 'height'> & { digest: string },
): Promise<void> {
  await tx`
    insert into platform.document_pictures (file_id, kind, n, width, height, digest)
    values (${fileId}, ${picture.kind}, ${picture.n}, ${picture.width}, ${picture.height}, ${picture.digest})`
}

export type TextPage = { page: number; text: string; by: 'program' | 'official' }

/** The words of a file from a page on. */
export function listTexts(db: Queryable, fileId: string, from: number, limit: number): Promise<TextPage[]> {
  return db<TextPage[]>`
    select page, text, by from platform.document_texts
    where file_id = ${fileId} and page >= ${from} order by page limit ${limit}`
}

export type DocumentPicture = {
  kind: 'width' | 'page'
  n: number
  width: number
  height: number
  digest: string
  size: number
  mediaType: MediaType
}

export function listPictures(db: Queryable, fileId: string): Promise<DocumentPicture[]> {
  return db<DocumentPicture[]>`
    select picture.kind, picture.n, picture.width, picture.height, picture.digest, file.size::int as size, file.media_type
    from platform.document_pictures as picture
    join platform.files as file on file.digest = picture.digest
    where picture.file_id = ${fileId} order by picture.kind, picture.n`
}
