import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { cancelDeadline } from '#platform/deadlines/end-deadline.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { publishTextVersion } from '#platform/texts/publish-text-version.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { closesBy, clockOf, toBeClosed } from '../closing/closing-rules.ts'
import { reckonClosing } from '../closing/reckon-closing.ts'
import { startClosing } from '../closing/set-closing.ts'
import { opensInThePast, refusalsToPublish, type PublishingRefusal } from '../consultation-rules.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { followPublication } from '../year/link-planned-act.ts'
import { askForPosting } from '../notices/ask-for-posting.ts'
import { byAccount, recordOfConsultation } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'
import { contentsOf } from './contents-queries.ts'
import {
  holdForOffice,
  insertConsultationEvent,
  markCancelled,
  markPublished,
  nextNumber,
  type OfficeConsultation,
} from './draft-queries.ts'

export type PublishOutcome =
  | { kind: 'published'; slug: string; number: string }
  | { kind: 'refused'; refusals: PublishingRefusal[] }
  /** The opening day has passed: to be confirmed. */
  | { kind: 'opens-in-the-past'; opensOn: string }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

export type PublishOrder = { pastOpeningConfirmed?: boolean }

/** Makes a draft public: its text can no longer change, and it takes the next number of the year's register. */
export async function publishConsultation(
  services: Services,
  official: Official,
  id: string,
  order: PublishOrder = {},
): Promise<PublishOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<PublishOutcome> => {
    const draft = await holdForOffice(tx, id)
    if (!draft) return { kind: 'no-such-consultation' }
    if (!mayIn(official, consultationPermissions['consultations.publish'], draft.institutionId))
      return { kind: 'not-permitted' }
    const closing = await reckonClosing(tx, services, toBeClosed(draft))
    const refusals = refusalsToPublish({ ...draft, ...(await contentsOf(tx, draft)), ...closesBy(draft, closing) }, now)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    const today = civilDateIn(draft.zone, now)
    if (draft.opensOn && opensInThePast(draft, today) && !order.pastOpeningConfirmed)
      return { kind: 'opens-in-the-past', opensOn: draft.opensOn }
    return makePublic(tx, services, draft, official.accountId)
  })
}

export async function makePublic(
  tx: Transaction,
  services: Services,
  draft: OfficeConsultation,
  by: string | null,
): Promise<Extract<PublishOutcome, { kind: 'published' }>> {
  const now = services.clock.now()
  if (draft.textVersionId && draft.textState === 'draft') await publishTextVersion(tx, draft.textVersionId, now)
  const year = Number(civilDateIn(draft.zone, now).slice(0, 4))
  const number = await nextNumber(tx, draft.institutionId, year)
  const slug = `${draft.institutionSlug}-${year}-${number}`
  await markPublished(tx, draft.id, { slug, year, number, at: now })
  const event = { institutionId: draft.institutionId, consultationId: draft.id, version: draft.version, at: now, by }
  const eventId = await insertConsultationEvent(tx, { ...event, kind: 'published', reason: null })
  const fields = [
    { field: 'state', from: 'draft', to: 'published' },
    { field: 'number', from: null, to: `${number}/${year}` },
  ]
  const change = { institutionId: draft.institutionId, id: draft.id, kind: 'published', by: byAccount(by), at: now }
  await recordOfConsultation(tx, { ...change, fields })
  const order = { ...toBeClosed(draft), id: draft.id, by: byAccount(by), accountId: by }
  const closing = await startClosing(tx, services, order)
  if (closing.kind !== 'set') throw new Error(`Consultation ${draft.id} closes before ${closing.least}`)
  await tellPublished(tx, draft, { number: `${number}/${year}`, to: closing.closesOn }, now)
  // Who wrote before there was a draft is told that it is out.
  if (draft.followsId !== null) await enqueue(tx, 'consultations.tell-participants', { event: eventId })
  await askForPosting(tx, services, draft, { number: `${number}/${year}`, by })
  await followPublication(tx, services, draft.id)
  await enterConsultation(tx, services, draft.id)
  return { kind: 'published', slug, number: `${number}/${year}` }
}

/** Whoever follows the stage that this one repeats is told there too. */
async function tellPublished(
  tx: Transaction,
  { id, institutionId, repeatsId, followsId }: OfficeConsultation,
  facts: { number: string; to: string | null },
  at: Date,
): Promise<void> {
  await tellOfConsultation(tx, { id, institutionId, kind: 'published', at, facts })
  if (repeatsId !== null) await tellOfConsultation(tx, { id: repeatsId, institutionId, kind: 'repeated', at, facts })
  if (followsId !== null) await tellOfConsultation(tx, { id: followsId, institutionId, kind: 'drafted', at, facts })
}

export type CancelOutcome =
  { kind: 'cancelled' } | { kind: 'not-public' } | { kind: 'not-permitted' } | { kind: 'no-such-consultation' }

/** Ends a published consultation before its time. Its number and its comments stay, with the reason. */
export async function cancelConsultation(
  services: Services,
  official: Official,
  id: string,
  reason: string,
): Promise<CancelOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<CancelOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    const { institutionId } = current
    if (!mayIn(official, consultationPermissions['consultations.publish'], institutionId))
      return { kind: 'not-permitted' }
    if (current.state === 'cancelled') return { kind: 'cancelled' }
    if (current.state !== 'published' || current.history) return { kind: 'not-public' }
    const version = await markCancelled(tx, id, reason, now)
    const event = { institutionId, consultationId: id, kind: 'cancelled', version, at: now } as const
    const eventId = await insertConsultationEvent(tx, { ...event, by: official.accountId, reason })
    await enqueue(tx, 'consultations.tell-participants', { event: eventId })
    await cancelDeadline(tx, services, { ...clockOf(id), by: official, ground: reason })
    const fields = [{ field: 'state', from: 'published', to: 'cancelled' }]
    await recordOfConsultation(tx, { institutionId, id, kind: 'cancelled', by: official, at: now, reason, fields })
    await tellOfConsultation(tx, { id, institutionId, kind: 'cancelled', at: now })
    await enterConsultation(tx, services, id)
    return { kind: 'cancelled' }
  })
}
