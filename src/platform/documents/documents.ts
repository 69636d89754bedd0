import type { Transaction } from '../db/database.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import type { Services } from '../services.ts'
import { insertDocument, insertFile, markRemoved, shareContent } from './document-queries.ts'
import type { DocumentRole } from './document-rules.ts'

export type DocumentDraft = {
  institutionId: string
  /** The record it stands with: `consultations.comment:<id>`. */
  subject: string
  role: DocumentRole
  title: string
  lang: string
  file: IncomingFile
  /** The account that adds it; null for a citizen. */
  addedBy: string | null
}

const LONGEST_TITLE = 200

/**
 * Keeps a file as a document of a record. The content is in the store before the transaction can commit, so no row ever
 * lacks its content; content whose transaction fails is found and removed by the nightly sweep.
 */
export async function keepDocument(
  tx: Transaction,
  { files, clock }: Pick<Services, 'files' | 'clock'>,
  draft: DocumentDraft,
): Promise<{ id: string }> {
  const { file } = draft
  const now = clock.now()
  await keepContent(tx, { files, clock }, file)
  const title = [...draft.title].slice(0, LONGEST_TITLE).join('') || file.name
  const id = await insertDocument(tx, { ...draft, title, fileName: file.name, digest: file.digest, addedAt: now })
  return { id }
}

/** The content alone, for what names it by its digest: a document, an emblem. */
export async function keepContent(
  tx: Transaction,
  { files, clock }: Pick<Services, 'files' | 'clock'>,
  file: IncomingFile,
): Promise<void> {
  await shareContent(tx)
  await files.put(file.digest, file.path)
  await insertFile(tx, file, clock.now())
}

/** From this moment nobody gets it any more; that it was there stays on record. False: there was none to remove. */
export const removeDocument = (
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  document: { institutionId: string; id: string },
): Promise<boolean> => markRemoved(tx, { ...document, now: clock.now() })
