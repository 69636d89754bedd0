import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { findDocument } from '#platform/documents/document-queries.ts'
import { keepDocument, removeDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { Services } from '#platform/services.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { recordOfConsultation } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import type { DocumentRole } from './document-rules.ts'
import { holdForOffice, insertConsultationEvent } from './draft-queries.ts'

export type DocumentOutcome = { kind: 'done' } | { kind: 'not-permitted' } | { kind: 'no-such-consultation' }

type NewDocument = {
  title: string
  role: DocumentRole
  lang: string
  file: IncomingFile
  /** Words instead of a picture, by language. */
  alt: Record<string, string>
  decorative: boolean
}

/** Adds a paper to a consultation. Once it is public, everyone is told that something was added. */
export async function addConsultationDocument(
  services: Services,
  official: Official,
  id: string,
  document: NewDocument,
): Promise<DocumentOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<DocumentOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    const { institutionId } = current
    if (!mayIn(official, consultationPermissions['consultations.write'], institutionId))
      return { kind: 'not-permitted' }
    const subject = `consultations.consultation:${id}`
    await keepDocument(tx, services, { institutionId, subject, addedBy: official.accountId, ...document })
    if (current.state !== 'draft') {
      const event = { institutionId, consultationId: id, kind: 'corrected', version: current.version, at: now } as const
      await insertConsultationEvent(tx, {
        ...event,
        by: official.accountId,
        reason: textsIn('sq').page.documentAdded(document.title),
      })
      await tellOfConsultation(tx, { id, institutionId, kind: 'document-added', at: now })
    }
    // Without its title, which goes when the document is taken down.
    const fields = [{ field: 'document', from: null, to: document.role }]
    await recordOfConsultation(tx, { institutionId, id, kind: 'document-added', by: official, at: now, fields })
    await enterConsultation(tx, services, id)
    return { kind: 'done' }
  })
}

/** Takes a paper away. From a public consultation too: a page must be able to lose what should never have stood there. */
export async function removeConsultationDocument(
  services: Services,
  official: Official,
  id: string,
  documentId: string,
): Promise<DocumentOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<DocumentOutcome> => {
    const current = await holdForOffice(tx, id)
    const document = await findDocument(tx, documentId)
    if (!current || document?.subject !== `consultations.consultation:${id}`) return { kind: 'no-such-consultation' }
    const { institutionId } = current
    if (!mayIn(official, consultationPermissions['consultations.write'], institutionId))
      return { kind: 'not-permitted' }
    await removeDocument(tx, services, { institutionId, id: documentId })
    if (current.state !== 'draft') {
      const event = { institutionId, consultationId: id, kind: 'corrected', version: current.version, at: now } as const
      await insertConsultationEvent(tx, {
        ...event,
        by: official.accountId,
        reason: textsIn('sq').page.documentRemoved(document.title),
      })
      await tellOfConsultation(tx, { id, institutionId, kind: 'document-removed', at: now })
    }
    const fields = [{ field: 'document', from: document.role, to: null }]
    await recordOfConsultation(tx, { institutionId, id, kind: 'document-removed', by: official, at: now, fields })
    await enterConsultation(tx, services, id)
    return { kind: 'done' }
  })
}
