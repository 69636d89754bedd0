import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { accountOf, doWithMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { touchMeeting } from './meeting-writing-queries.ts'
import { insertPosting, postingWasSent } from './posting-queries.ts'
import { conveningTexts } from './texts.ts'

export type PostingForm = { place: string; postedAt: Date; photograph: IncomingFile | null }

/** The notice hung up: where and when, with a photograph that everybody may see. */
export const keepPosting = (
  services: Services,
  id: string,
  { place, postedAt, photograph }: PostingForm,
  { by, formId }: { by: ChangedBy; formId: string },
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'posting' }, async ({ tx, meeting, at }) => {
    if (await postingWasSent(tx, formId)) return 'done'
    const { institutionId } = meeting
    const subject = refOf(MEETING_KIND, id)
    const [title, titleEn] = [
      conveningTexts('sq').one.photographTitle(place),
      conveningTexts('en').one.photographTitle(place),
    ]
    const picture = photograph && {
      institutionId,
      subject,
      title,
      lang: 'sq',
      file: photograph,
      addedBy: accountOf(by),
      role: 'picture' as const,
      class: 'public' as const,
      alt: {
        sq: title,
        en: titleEn,
      },
    }
    const documentId = picture === null ? null : (await keepDocument(tx, services, picture)).id
    const row = { institutionId, meetingId: id, formId, place, postedAt, documentId, by: accountOf(by), at }
    await insertPosting(tx, row)
    await touchMeeting(tx, id, at)
    const fields = [{ field: 'posting', from: null, to: place }]
    await recordChange(tx, { institutionId, subject, kind: 'posting-added', by, at, fields })
    return 'done'
  })
