import { findDocument } from '#platform/documents/document-queries.ts'
import { keepDocument, removeDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { isPublic, KIND, type DOCUMENT_ROLES } from '../meeting-rules.ts'
import { doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { countChanged } from './outcome-queries.ts'
import { tellOfMeeting } from './tell-meeting.ts'

export type NewDocument = {
  title: string
  role: (typeof DOCUMENT_ROLES)[number]
  lang: string
  file: IncomingFile
  /** Words instead of a picture, by language. */
  alt: Record<string, string>
  decorative: boolean
}

type By = { by: { accountId: string } }

/** A paper or a photograph of a meeting, read by everybody as soon as the meeting is. */
export const addMeetingDocument = (
  services: Services,
  id: string,
  document: NewDocument,
  { by }: By,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'document' }, async (tx, meeting, at) => {
    const { institutionId } = meeting
    const draft = {
      ...document,
      institutionId,
      subject: refOf(KIND, id),
      addedBy: by.accountId,
      class: 'public',
    } as const
    await keepDocument(tx, services, draft)
    const fields = [{ field: 'document', from: null, to: document.role }]
    return told(tx, id, { kind: 'document-added', by, at, fields }, isPublic(meeting.state))
  })

export const removeMeetingDocument = (
  services: Services,
  id: string,
  documentId: string,
  { by }: By,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'document' }, async (tx, meeting, at) => {
    const document = await findDocument(tx, documentId)
    if (document?.subject !== refOf(KIND, id)) return 'no-such-meeting'
    await removeDocument(tx, services, { institutionId: meeting.institutionId, id: documentId })
    const fields = [{ field: 'document', from: document.role, to: null }]
    return told(tx, id, { kind: 'document-removed', by, at, fields }, isPublic(meeting.state))
  })

type Tx = Parameters<typeof countChanged>[0]
type What = {
  kind: 'document-added' | 'document-removed'
  by: ChangedBy
  at: Date
  fields: { field: string; from: string | null; to: string | null }[]
}

async function told(tx: Tx, id: string, what: What, open: boolean): Promise<MeetingOutcome> {
  if (open) await countChanged(tx, id, what.at)
  await tellOfMeeting(tx, await writtenMeeting(tx, id), what)
  return 'done'
}
