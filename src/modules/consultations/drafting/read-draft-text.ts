import { readFile } from 'node:fs/promises'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments } from '#platform/documents/document-queries.ts'
import { keepDocument, removeDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { Services } from '#platform/services.ts'
import { readDocx, type DocxRefusal } from '#platform/texts/read-docx.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { replaceDraftText, storeText } from '#platform/texts/store-text.ts'
import type { ReadText } from '#platform/texts/text-rules.ts'
import { recordOfConsultation } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'
import { holdForOffice, setText } from './draft-queries.ts'

export type TextInput = { kind: 'docx'; file: IncomingFile } | { kind: 'pasted'; words: string }

export type ReadTextOutcome =
  | { kind: 'read' }
  | { kind: 'unreadable'; why: DocxRefusal['why'] }
  | { kind: 'published' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** Four times the Civil Code. More is no act, and no page could show it. */
const MOST_NODES = 20_000

/**
 * Reads a draft act into its tree and stores it with every doubt. Read again, it replaces the draft's text; what is
 * published never changes. The DOCX itself is kept as the draft's document.
 */
export async function readDraftText(
  services: Services,
  official: Official,
  id: string,
  input: TextInput,
  titleOfDocument: string,
): Promise<ReadTextOutcome> {
  const read = await readInput(input)
  if ('why' in read) return { kind: 'unreadable', why: read.why }
  if (read.nodes.length > MOST_NODES) return { kind: 'unreadable', why: 'too-large' }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ReadTextOutcome> => {
    const draft = await holdForOffice(tx, id)
    if (!draft) return { kind: 'no-such-consultation' }
    const { institutionId } = draft
    if (!mayIn(official, consultationPermissions['consultations.write'], institutionId))
      return { kind: 'not-permitted' }
    if (draft.state !== 'draft') return { kind: 'published' }
    const source = { kind: input.kind, document: input.kind === 'docx' ? input.file.digest : null, readAt: now }
    if (draft.textVersionId) {
      await replaceDraftText(tx, { versionId: draft.textVersionId, read, source })
    } else {
      const { textId } = await storeText(tx, { institutionId, lang: 'sq', read, source })
      await setText(tx, id, textId, now)
    }
    if (input.kind === 'docx') {
      const subject = `consultations.consultation:${id}`
      const document = { institutionId, subject, role: 'draft', title: titleOfDocument, lang: 'sq' } as const
      for (const earlier of await listDocuments(tx, [subject])) {
        // The text it was read from is gone: published beside the new one it would only confuse.
        if (earlier.role === 'draft') await removeDocument(tx, services, { institutionId, id: earlier.id })
      }
      await keepDocument(tx, services, { ...document, file: input.file, addedBy: official.accountId })
    }
    const fields = [{ field: 'text', from: null, to: input.kind }]
    await recordOfConsultation(tx, { institutionId, id, kind: 'text-read', by: official, at: now, fields })
    return { kind: 'read' }
  })
}

async function readInput(input: TextInput): Promise<ReadText | DocxRefusal> {
  return input.kind === 'pasted' ? readPastedText(input.words) : readDocx(await readFile(input.file.path))
}
