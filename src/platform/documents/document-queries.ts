import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { MediaType } from '../files/media-types.ts'
import type { DocumentRole } from './document-rules.ts'

/** A file with its meaning: what it is to which record. */
export type Document = {
  id: string
  institutionId: string
  subject: string
  role: DocumentRole
  title: string
  fileName: string
  lang: string
  digest: string
  size: number
  mediaType: MediaType
  version: number
  addedAt: Date
  addedBy: string | null
}

const documents = (db: Queryable) => db`
  select document.id, document.institution_id, document.subject, document.role, document.title, document.file_name,
         document.lang, document.digest, file.size::int as size, file.media_type, document.version, document.added_at,
         document.added_by
  from platform.documents as document
  join platform.files as file on file.digest = document.digest`

/** The documents that stand with these records, record by record, oldest first. */
export function listDocuments(db: Queryable, subjects: readonly string[]): Promise<Document[]> {
  return db<Document[]>`
    ${documents(db)}
    where document.subject = any(${subjects as string[]}::text[]) and document.removed_at is null
    order by document.subject, document.added_at, document.id`
}

/** Null also for one that was removed. */
export const findDocument = async (db: Queryable, id: string): Promise<Document | null> =>
  one(await db<Document[]>`${documents(db)} where document.id = ${id} and document.removed_at is null`)

/**
 * Held in common by all who add content until they commit, and alone by the sweep: so that nothing is swept away that
 * somebody is about to name. The number means nothing.
 */
const CONTENT_LOCK = 5_880_628

export async function shareContent(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(${CONTENT_LOCK})`
}

export async function holdContentAlone(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${CONTENT_LOCK})`
}

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

export type NewDocument = Omit<Document, 'id' | 'size' | 'mediaType' | 'version'>

export async function insertDocument(tx: Transaction, document: NewDocument): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.documents
      (institution_id, subject, role, title, file_name, lang, digest, added_at, added_by)
    values (${document.institutionId}, ${document.subject}, ${document.role}, ${document.title}, ${document.fileName},
            ${document.lang}, ${document.digest}, ${document.addedAt}, ${document.addedBy})
    returning id`
  if (!row) throw new Error('No document was written')
  return row.id
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

/** Files older than this that no document and no emblem names. */
export async function listUnnamedFiles(db: Queryable, before: Date): Promise<string[]> {
  const rows = await db<{ digest: string }[]>`
    select file.digest from platform.files as file where file.created_at < ${before} and ${isUnnamed(db)}`
  return rows.map((row) => row.digest)
}

export async function deleteUnnamedFiles(tx: Transaction, digests: readonly string[]): Promise<number> {
  const result = await tx`
    delete from platform.files as file where file.digest = any(${digests as string[]}::text[]) and ${isUnnamed(tx)}`
  return result.count
}

const isUnnamed = (db: Queryable) => db`
  not exists (select from platform.documents as document where document.digest = file.digest)
  and not exists (select from platform.institutions as institution where institution.emblem = file.digest)`

/** Which of these digests no row of files names. */
export async function digestsWithoutFile(db: Queryable, digests: readonly string[]): Promise<string[]> {
  const rows = await db<{ digest: string }[]>`
    select kept.digest from unnest(${digests as string[]}::text[]) as kept (digest)
    where not exists (select from platform.files as file where file.digest = kept.digest)`
  return rows.map((row) => row.digest)
}
