import type { Official } from '#platform/auth/visitor.ts'
import { keepDocument, removeDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { Services } from '#platform/services.ts'
import { clockOf } from '../closing/closing-rules.ts'
import { textsIn } from '../texts.ts'
import { holdForNotice, type NotHeld } from './hold-for-notice.ts'
import { noteNotice } from './note-notice.ts'
import { findPosting, insertPosting, postingWasSent, removePostingRow, setTakenDown } from './notice-queries.ts'

export type PostingForm = {
  place: string
  postedOn: string
  takenDownOn: string | null
  photograph: IncomingFile | null
  formId: string | null
}

export type PostingOutcome = { kind: 'done' } | { kind: 'no-such-posting' } | { kind: 'before-posting' } | NotHeld

/** The notice hung on a board: where and since when, with a photograph that everybody may see. */
export function addPosting(
  services: Services,
  official: Official,
  id: string,
  form: PostingForm,
): Promise<PostingOutcome> {
  return services.db.begin(async (tx): Promise<PostingOutcome> => {
    const held = await holdForNotice(tx, official, id)
    if (held.kind !== 'held') return held
    if (form.formId !== null && (await postingWasSent(tx, form.formId))) return { kind: 'done' }
    const { institutionId } = held.current
    const { place, postedOn, takenDownOn, formId, photograph } = form
    const [title, titleEn] = [
      textsIn('sq').notices.office.photographTitle(place),
      textsIn('en').notices.office.photographTitle(place),
    ]
    const picture = photograph && {
      institutionId,
      subject: clockOf(id).subject,
      role: 'picture' as const,
      class: 'public' as const,
      title,
      lang: 'sq',
      file: photograph,
      addedBy: official.accountId,
      alt: { sq: title, en: titleEn },
    }
    const documentId = picture ? (await keepDocument(tx, services, picture)).id : null
    const at = services.clock.now()
    const posting = { institutionId, consultationId: id, place, postedOn, takenDownOn, documentId, formId }
    await insertPosting(tx, { ...posting, at, by: official.accountId })
    const fields = [{ field: 'posting', from: null, to: place }]
    await noteNotice(tx, services, official, held.current, { kind: 'posting-added', fields })
    return { kind: 'done' }
  })
}

export function noteTakenDown(
  services: Services,
  official: Official,
  id: string,
  { postingId, day }: { postingId: string; day: string },
): Promise<PostingOutcome> {
  return services.db.begin(async (tx): Promise<PostingOutcome> => {
    const held = await holdForNotice(tx, official, id)
    if (held.kind !== 'held') return held
    const posting = await findPosting(tx, id, postingId)
    if (!posting) return { kind: 'no-such-posting' }
    if (day < posting.postedOn) return { kind: 'before-posting' }
    if (posting.takenDownOn === day) return { kind: 'done' }
    await setTakenDown(tx, postingId, day)
    const fields = [{ field: 'posting', from: posting.takenDownOn, to: day }]
    await noteNotice(tx, services, official, held.current, { kind: 'posting-changed', fields })
    return { kind: 'done' }
  })
}

/** Entered by mistake: the posting goes, and its photograph with it. */
export function removePosting(
  services: Services,
  official: Official,
  id: string,
  postingId: string,
): Promise<PostingOutcome> {
  return services.db.begin(async (tx): Promise<PostingOutcome> => {
    const held = await holdForNotice(tx, official, id)
    if (held.kind !== 'held') return held
    const posting = await findPosting(tx, id, postingId)
    if (!posting) return { kind: 'done' }
    const { institutionId } = held.current
    await removePostingRow(tx, postingId, services.clock.now(), official.accountId)
    if (posting.documentId) await removeDocument(tx, services, { institutionId, id: posting.documentId })
    const fields = [{ field: 'posting', from: posting.place, to: null }]
    await noteNotice(tx, services, official, held.current, { kind: 'posting-removed', fields })
    return { kind: 'done' }
  })
}
