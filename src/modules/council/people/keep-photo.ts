import { keepDocument, removeDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { COUNCILLOR_KIND } from '../council-rules.ts'
import { writePhoto } from './councillor-queries.ts'
import { doWithCouncillor, type CouncillorOutcome } from './write-councillor.ts'

type By = { by: { accountId: string } }

/** A new photograph takes the place of the one before. */
export const keepPhoto = (
  services: Services,
  id: string,
  photo: { file: IncomingFile; alt: string; credit: string | null },
  { by }: By,
): Promise<CouncillorOutcome> =>
  doWithCouncillor(services, id, async (tx, { institutionId, photoId, name }, at) => {
    if (photoId !== null) await removeDocument(tx, services, { institutionId, id: photoId })
    const subject = refOf(COUNCILLOR_KIND, id)
    const draft = {
      institutionId,
      subject,
      role: 'picture',
      class: 'public',
      title: name,
      lang: 'sq',
      file: photo.file,
      alt: { sq: photo.alt },
      addedBy: by.accountId,
    } as const
    const kept = await keepDocument(tx, services, draft)
    await writePhoto(tx, id, { photoId: kept.id, photoCredit: photo.credit }, at)
    await recordChange(tx, { institutionId, subject, kind: 'photo-kept', by, at })
    return 'done'
  })

export const removePhoto = (services: Services, id: string, { by }: By): Promise<CouncillorOutcome> =>
  doWithCouncillor(services, id, async (tx, { institutionId, photoId }, at) => {
    if (photoId === null) return 'done'
    await removeDocument(tx, services, { institutionId, id: photoId })
    await writePhoto(tx, id, { photoId: null, photoCredit: null }, at)
    await recordChange(tx, { institutionId, subject: refOf(COUNCILLOR_KIND, id), kind: 'photo-removed', by, at })
    return 'done'
  })
