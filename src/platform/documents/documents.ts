import type { Transaction } from '../db/database.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { shareContent } from './content-queries.ts'
import { defaultClass, type DocumentClass, type DocumentRole, type HappenedPrecision } from './document-rules.ts'
import {
  insertDocument,
  insertDocumentFile,
  insertFile,
  markFileReplaced,
  markRemoved,
  setDocumentWords,
} from './document-writing-queries.ts'

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
  /** How far it may travel. By default as its subject: see `defaultClass`. */
  class?: DocumentClass
  /** Words instead of a picture, by language. */
  alt?: Readonly<Record<string, string>>
  /** The picture says nothing. */
  decorative?: boolean
  happened?: { on: string; precision: HappenedPrecision }
  /** The document of which this is the next version, or the first file in its language; nothing else of it changes. */
  replaces?: { id: string; wasPublic: boolean }
}

const LONGEST_TITLE = 200

type Needed = Pick<Services, 'files' | 'clock'>

/**
 * Keeps a file as a document of a record. The content is in the store before the transaction can commit, so no row ever
 * lacks its content; content whose transaction fails is found and removed by the nightly sweep.
 */
export async function keepDocument(
  tx: Transaction,
  { files, clock }: Needed,
  draft: DocumentDraft,
): Promise<{ id: string }> {
  const now = clock.now()
  await keepContent(tx, { files, clock }, draft.file)
  const id = draft.replaces ? draft.replaces.id : await newDocument(tx, draft, now)
  if (draft.replaces) {
    const { wasPublic } = draft.replaces
    await markFileReplaced(tx, { documentId: id, lang: draft.lang, now, wasPublic })
  }
  await keepFile(tx, id, draft, now)
  return { id }
}

async function newDocument(tx: Transaction, draft: DocumentDraft, now: Date): Promise<string> {
  const title = [...draft.title].slice(0, LONGEST_TITLE).join('') || draft.file.name
  const id = await insertDocument(tx, {
    institutionId: draft.institutionId,
    subject: draft.subject,
    role: draft.role,
    class: draft.class ?? defaultClass(draft.subject),
    title,
    lang: draft.lang,
    decorative: draft.decorative ?? false,
    happenedOn: draft.happened?.on ?? null,
    happenedPrecision: draft.happened?.precision ?? null,
    addedAt: now,
    addedBy: draft.addedBy,
  })
  for (const [lang, alt] of Object.entries(draft.alt ?? {})) {
    if (alt !== '') await setDocumentWords(tx, { documentId: id, lang, title: null, alt })
  }
  return id
}

/** One file of a document; the worker reads its words, and makes the pictures it needs, as soon as this is committed. */
async function keepFile(tx: Transaction, documentId: string, draft: DocumentDraft, now: Date): Promise<void> {
  const { file } = draft
  const kept = await insertDocumentFile(tx, {
    institutionId: draft.institutionId,
    documentId,
    lang: draft.lang,
    digest: file.digest,
    fileName: file.name,
    size: file.size,
    addedAt: now,
    addedBy: draft.addedBy,
    signed: file.signed ?? false,
    reading: 'waiting',
  })
  await enqueue(tx, 'documents.read', { file: kept.id }, { maxAttempts: 4 })
}

/** The content alone, for what names it by its digest: a document, an emblem, a picture made of a file. */
export async function keepContent(
  tx: Transaction,
  { files, clock }: Needed,
  file: Pick<IncomingFile, 'digest' | 'path' | 'size' | 'mediaType'>,
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
