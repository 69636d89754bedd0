import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { insertActEvent } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import { insertPosting, listPostings, postingWasSent, setTakenOff } from './announcing-queries.ts'
import { refusalOfDay, type DayRefusal } from './announcing-rules.ts'
import { announcingTexts } from './texts.ts'

export type PostingForm = { place: string; on: string; photograph: IncomingFile | null }

/** Hung up on a board: where and when, with a photograph that everybody sees where everybody reads the act. */
export const keepPosting = (
  services: Services,
  id: string,
  { place, on, photograph }: PostingForm,
  { by, formId }: { by: ChangedBy; formId: string },
): Promise<ActOutcome<DayRefusal>> =>
  doWithAct<DayRefusal>(services, id, {}, async ({ tx, act, at, version }) => {
    if (await postingWasSent(tx, formId)) return 'done'
    if (act.state !== 'numbered' && act.state !== 'announced') return 'wrong-state'
    const refusal = refusalOfDay(on, act, civilDateIn(act.zone, at))
    if (refusal) return refusal
    const { institutionId } = act
    const subject = refOf(ACT_RECORD, id)
    const alt = { sq: announcingTexts('sq').photographOf(place), en: announcingTexts('en').photographOf(place) }
    const picture = { institutionId, subject, title: alt.sq, lang: 'sq', addedBy: accountOf(by), alt }
    const kept =
      photograph &&
      (await keepDocument(tx, services, { ...picture, file: photograph, role: 'picture', class: 'public' }))
    const row = { institutionId, actId: id, formId, place, postedOn: on, documentId: kept?.id ?? null }
    await insertPosting(tx, { ...row, by: accountOf(by), at })
    const event = { institutionId, actId: id, kind: 'posted' as const, version, at, by: accountOf(by) }
    await insertActEvent(tx, { ...event, happenedOn: on })
    await recordChange(tx, {
      institutionId,
      subject,
      kind: 'posting-added',
      by,
      at,
      fields: [{ field: 'posting', from: null, to: place }],
    })
    return 'done'
  })

export type TakenOffRefusal = 'no-such-posting' | 'before-posting' | 'in-future'

/** Taken off the board again. */
export const takeOffPosting = (
  services: Services,
  id: string,
  postingId: string,
  { on, by }: { on: string; by: ChangedBy },
): Promise<ActOutcome<TakenOffRefusal>> =>
  doWithAct<TakenOffRefusal>(services, id, {}, async ({ tx, act, at }) => {
    const posting = (await listPostings(tx, id)).find((one) => one.id === postingId)
    if (!posting) return 'no-such-posting'
    if (posting.takenOffOn !== null) return 'wrong-state'
    if (on < posting.postedOn) return 'before-posting'
    if (on > civilDateIn(act.zone, at)) return 'in-future'
    await setTakenOff(tx, postingId, on)
    const fields = [{ field: 'posting', from: posting.place, to: null }]
    const { institutionId } = act
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'posting-taken-off', by, at, fields })
    return 'done'
  })
