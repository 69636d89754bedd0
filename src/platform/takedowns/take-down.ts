import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { enterDeadlinesOf } from '../deadlines/enter-deadlines.ts'
import { OF_INSTITUTION } from '../documents/find-records.ts'
import { touchedRefs } from '../documents/touched-refs-rules.ts'
import type { Door } from '../door.ts'
import { recordChange } from '../history/record-change.ts'
import { enterSubjects, eraseSubjects } from '../ledger/touch-records.ts'
import { forgetDocuments } from '../search/index/forget-documents.ts'
import type { Services } from '../services.ts'
import { findSubjects } from '../subjects/find-subjects.ts'
import { readRef, refOf } from '../subjects/subject-rules.ts'
import { removeContent } from './remove-content.ts'
import { takedownPermissions } from './takedown-permissions.ts'
import {
  findTakedownBySubmission,
  holdDocument,
  insertTakedown,
  listDocumentsById,
  listStanding,
  setRemoved,
} from './takedown-queries.ts'
import { DOCUMENT_KIND, takesContent, TAKEDOWN_KIND, type TakeDown, type TakedownGround } from './takedown-rules.ts'

export type TakedownOrder = {
  submissionId: string
  /** A record, or one of the documents that stand with records. */
  subject: string
  ground: TakedownGround
  /** For the office alone. */
  note: string | null
}

export type TakedownOutcome =
  | { kind: 'taken-down'; id: string }
  /** Somebody was faster. */
  | { kind: 'down-already'; id: string }
  | { kind: 'not-public' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-record' }

export function takeDownOf(doors: readonly Door[], kind: string): TakeDown | null {
  const door = doors.find(({ takedowns }) => takedowns && Object.hasOwn(takedowns, kind))
  return door?.takedowns?.[kind] ?? null
}

export type Place = { institutionId: string; kind: string; id: string; ofSubject: string | null }

/** Whose it is; null when it is no record that can be taken down. */
export async function placeOf(services: Services, doors: readonly Door[], subject: string): Promise<Place | null> {
  const ref = readRef(subject)
  if (ref?.kind === DOCUMENT_KIND) {
    const [document] = await listDocumentsById(services.db, [ref.id])
    const kind = readRef(document?.subject ?? '')?.kind ?? ''
    // Papers of the archive stand with the institution itself, which is no record that could be taken down.
    const known = kind === OF_INSTITUTION || takeDownOf(doors, kind) !== null
    return document && known ? { ...ref, institutionId: document.institutionId, ofSubject: document.subject } : null
  }
  if (!ref || !takeDownOf(doors, ref.kind)) return null
  const found = (await findSubjects(doors, services, 'sq', [subject])).get(subject)
  return found ? { ...ref, institutionId: found.institutionId, ofSubject: null } : null
}

/** One deed: from its commit on the record is in no published view, and every address of it answers with a tombstone. */
export async function takeDown(
  services: Services,
  doors: readonly Door[],
  official: Official,
  order: TakedownOrder,
): Promise<TakedownOutcome> {
  const place = await placeOf(services, doors, order.subject)
  if (!place) return { kind: 'no-such-record' }
  if (!mayIn(official, takedownPermissions['takedowns.take'], place.institutionId)) return { kind: 'not-permitted' }
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<TakedownOutcome> => {
    const done = { ...order, at, byAccountId: official.accountId }
    const moved = await (place.kind === DOCUMENT_KIND
      ? takeDocument(tx, services, doors, place, done)
      : takeDownOf(doors, place.kind)?.take(tx, services, { ...done, id: place.id }))
    if (moved !== 'taken-down') {
      const again = await findTakedownBySubmission(tx, order.submissionId)
      if (again) return { kind: 'taken-down', id: again.id }
      const [standing] = await listStanding(tx, [order.subject])
      return standing ? { kind: 'down-already', id: standing.id } : { kind: moved ?? 'no-such-record' }
    }
    const id = await writeDown(tx, place, done)
    await forgetDocuments(
      tx,
      [order.subject],
      place.ofSubject === null ? [] : [{ of: place.ofSubject, documentId: place.id }],
    )
    const refs = [...touchedRefs(order.subject, place.ofSubject), refOf(TAKEDOWN_KIND, id)]
    await enterSubjects(tx, services, doors, refs, { why: 'taken-down', ground: order.ground })
    await enterDeadlinesOf(tx, services, order.subject, { why: 'taken-down', ground: order.ground })
    return { kind: 'taken-down', id }
  })
}

type Done = TakedownOrder & { at: Date; byAccountId: string }

async function takeDocument(
  tx: Transaction,
  services: Services,
  doors: readonly Door[],
  place: Place,
  { ground, at, byAccountId }: Done,
): Promise<'taken-down' | 'not-public' | 'no-such-record'> {
  const document = await holdDocument(tx, place.id)
  if (!document) return 'no-such-record'
  if (document.removedAt !== null) return 'not-public'
  await setRemoved(tx, place.id, at)
  const contentGone = takesContent(DOCUMENT_KIND, ground)
  if (contentGone) {
    await removeContent(tx, services, [place.id], at)
    await eraseSubjects(tx, services, doors, touchedRefs(refOf(DOCUMENT_KIND, place.id), document.subject), { ground })
  }
  const record = readRef(document.subject)
  if (record) {
    const order = { id: record.id, title: document.title, move: 'taken-down', contentGone, byAccountId, at } as const
    await takeDownOf(doors, record.kind)?.documentMoved?.(tx, services, order)
  }
  return 'taken-down'
}

async function writeDown(tx: Transaction, place: Place, { at, byAccountId, ...order }: Done): Promise<string> {
  const { institutionId, ofSubject } = place
  const contentGone = takesContent(place.kind, order.ground)
  const id = await insertTakedown(tx, {
    ...order,
    institutionId,
    ofSubject,
    contentGone,
    takenAt: at,
    takenById: byAccountId,
  })
  await recordChange(tx, {
    institutionId,
    // A document has no history of its own: it is told with its record.
    subject: ofSubject ?? order.subject,
    kind: ofSubject === null ? 'taken-down' : 'document-taken-down',
    by: { accountId: byAccountId },
    at,
    fields: [{ field: 'takedown-ground', from: null, to: order.ground }],
  })
  return id
}
