import type { Transaction } from '#platform/db/database.ts'
import { findDocument } from '#platform/documents/document-queries.ts'
import type { DocumentRole } from '#platform/documents/document-rules.ts'
import { keepDocument, removeDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { MEETING_KIND, PAPER_KIND } from '../council-rules.ts'
import { accountOf, doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { doWithPaper, type PaperOutcome } from './do-with-paper.ts'
import { touchMeeting } from './meeting-writing-queries.ts'
import { touchPaper } from './paper-queries.ts'
import { tellOfMeeting } from './tell-meeting.ts'
import { tellWherePaperLies } from './tell-where-paper-lies.ts'

export type NewDocument = { title: string; role: DocumentRole; lang: string; file: IncomingFile }

type By = { by: ChangedBy }
type Of = { subject: string; institutionId: string }

const keep = (tx: Transaction, services: Services, of: Of, document: NewDocument, { by }: By) =>
  keepDocument(tx, services, { ...document, ...of, addedBy: accountOf(by), class: 'public' })

/** The document of this record, gone from now on; null: it has none such. */
async function drop(tx: Transaction, services: Services, { subject, institutionId }: Of, id: string) {
  const document = await findDocument(tx, id)
  if (document?.subject !== subject) return null
  await removeDocument(tx, services, { institutionId, id })
  return document
}

/** A document of a paper: read by everybody as soon as the paper is, and told in every meeting that calls for it. */
export const addPaperDocument = (
  services: Services,
  id: string,
  document: NewDocument,
  { by }: By,
): Promise<PaperOutcome> =>
  doWithPaper(services, id, {}, async ({ tx, paper, at, lies }) => {
    const { institutionId } = paper
    const subject = refOf(PAPER_KIND, id)
    await keep(tx, services, { subject, institutionId }, document, { by })
    await touchPaper(tx, id, at)
    const fields = [{ field: 'document', from: null, to: document.title }]
    await recordChange(tx, { institutionId, subject, kind: 'document-added', by, at, fields })
    const changes = { document: [null, document.title] } as const
    await tellWherePaperLies(tx, paper, lies, { kind: 'document-added', by, at, changes })
    return 'done'
  })

export const removePaperDocument = (
  services: Services,
  id: string,
  documentId: string,
  { by }: By,
): Promise<PaperOutcome> =>
  doWithPaper(services, id, {}, async ({ tx, paper, at, lies }) => {
    const { institutionId } = paper
    const subject = refOf(PAPER_KIND, id)
    const gone = await drop(tx, services, { subject, institutionId }, documentId)
    if (!gone) return 'no-such-paper'
    await touchPaper(tx, id, at)
    const fields = [{ field: 'document', from: gone.title, to: null }]
    await recordChange(tx, { institutionId, subject, kind: 'document-removed', by, at, fields })
    const changes = { document: [gone.title, null] } as const
    await tellWherePaperLies(tx, paper, lies, { kind: 'document-removed', by, at, changes })
    return 'done'
  })

/** A document of the meeting itself, added after the notice too. */
export const addMeetingDocument = (
  services: Services,
  id: string,
  document: NewDocument,
  { by }: By,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'document' }, async ({ tx, meeting, at }) => {
    const { institutionId } = meeting
    await keep(tx, services, { subject: refOf(MEETING_KIND, id), institutionId }, document, { by })
    await touchMeeting(tx, id, at)
    const changes = { document: [null, document.title] } as const
    const quiet = meeting.closed
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'document-added', by, at, changes, quiet })
    return 'done'
  })

export const removeMeetingDocument = (
  services: Services,
  id: string,
  documentId: string,
  { by }: By,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'document' }, async ({ tx, meeting, at }) => {
    const { institutionId } = meeting
    const gone = await drop(tx, services, { subject: refOf(MEETING_KIND, id), institutionId }, documentId)
    if (!gone) return 'no-such-item'
    await touchMeeting(tx, id, at)
    const changes = { document: [gone.title, null] } as const
    const quiet = meeting.closed
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'document-removed', by, at, changes, quiet })
    return 'done'
  })
