import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { FieldChange } from '#platform/history/change-rules.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SenderKind } from '../comments/comment-rules.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { enterAsSentAnew } from '../ledger/enter-comment-anew.ts'
import { consultationPermissions } from '../permissions.ts'
import { recordOfComment } from '../record-history.ts'
import {
  findSameProtocol,
  holdDelivery,
  holdForEntry,
  holdPoints,
  listPoints,
  setFactsOfComments,
  updateDelivery,
  type Delivery,
  type DeliveryFacts,
  type SameProtocol,
} from './delivery-queries.ts'
import { isLate } from './entry-rules.ts'

export type Correction = DeliveryFacts & {
  senderKind: SenderKind | null
  reason: string
  fromVersion: number
  evenIfTaken: boolean
}

export type CorrectOutcome =
  | { kind: 'corrected' }
  | { kind: 'unchanged' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'protocol-taken'; by: SameProtocol }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-delivery' }

/** Puts the facts of a delivery right, in the open: the history says why, and each of its comments is entered anew. */
export async function correctDelivery(
  services: Services,
  official: Official,
  { consultationId, id }: { consultationId: string; id: string },
  form: Correction,
): Promise<CorrectOutcome> {
  return services.db.begin(async (tx): Promise<CorrectOutcome> => {
    const consultation = await holdForEntry(tx, 'sq', consultationId)
    const points = await holdPoints(tx, id)
    const delivery = await holdDelivery(tx, id)
    // Each row of a table has a way and days of its own.
    if (!consultation || delivery?.consultationId !== consultationId || delivery.kind === 'table')
      return { kind: 'no-such-delivery' }
    if (!mayIn(official, consultationPermissions['comments.enter'], delivery.institutionId))
      return { kind: 'not-permitted' }
    if (delivery.version !== form.fromVersion) return { kind: 'changed-meanwhile' }
    const [first] = await listPoints(tx, id, 1)
    const fields = changesOf({ ...delivery, senderKind: first?.senderKind ?? null }, form)
    if (fields.length === 0) return { kind: 'unchanged' }
    const taken = await takenBy(tx, delivery, form)
    if (taken) return { kind: 'protocol-taken', by: taken }
    const late = isLate(form, consultation)
    await write(tx, services, official, { delivery, form, fields, late, ids: points.map((point) => point.id) })
    return { kind: 'corrected' }
  })
}

const NAMES = {
  channel: 'channel',
  title: 'title',
  happenedOn: 'happened-on',
  receivedOn: 'received-on',
  registeredPost: 'registered-post',
  protocolNumber: 'protocol-number',
  protocolDate: 'protocol-date',
  outsideNumber: 'outside-number',
  told: 'told',
  senderKind: 'sender-kind',
} as const
type Facts = DeliveryFacts & { senderKind: SenderKind | null }
/** What each of its comments tells too. */
const OF_COMMENTS: readonly string[] = ['channel', 'happened-on', 'received-on', 'registered-post', 'sender-kind']

const wordOf = (value: string | boolean | null): string | null =>
  typeof value === 'boolean' ? (value ? 'po' : 'jo') : value

const changesOf = (before: Facts, after: Facts): FieldChange[] =>
  Object.entries(NAMES).flatMap(([key, field]) => {
    const [from, to] = [before[key as keyof Facts], after[key as keyof Facts]].map(wordOf)
    return from === to ? [] : [{ field, from: from ?? null, to: to ?? null }]
  })

async function takenBy(
  tx: Transaction,
  { id, institutionId, protocolNumber }: Delivery,
  form: Correction,
): Promise<SameProtocol | null> {
  if (form.protocolNumber === null || form.protocolNumber === protocolNumber || form.evenIfTaken) return null
  const year = (form.protocolDate ?? form.receivedOn).slice(0, 4)
  return findSameProtocol(tx, { institutionId, number: form.protocolNumber, year, except: id })
}

async function write(
  tx: Transaction,
  services: Services,
  { accountId }: Official,
  order: { delivery: Delivery; form: Correction; fields: FieldChange[]; late: boolean; ids: readonly string[] },
): Promise<void> {
  const { delivery, form, fields, late, ids } = order
  const { id, institutionId } = delivery
  const at = services.clock.now()
  const by = { accountId }
  await updateDelivery(tx, id, form, at)
  const { reason } = form
  const subject = refOf('consultations.delivery', id)
  await recordChange(tx, { institutionId, subject, kind: 'facts-corrected', by, at, reason, fields })
  const told = fields.filter(({ field }) => OF_COMMENTS.includes(field))
  if (told.length === 0) return
  await setFactsOfComments(tx, id, { ...form, late }, at)
  for (const comment of ids)
    await recordOfComment(tx, { institutionId, id: comment, kind: 'facts-corrected', by, at, reason, fields: told })
  await appendToLedger(tx, services, { kind: publishedComments, ids })
  // The receipt proves what was entered: what is put right is entered as it stands now.
  for (const comment of ids)
    await enterAsSentAnew(tx, services, comment, { ground: 'facts-corrected', role: 'official' })
}
