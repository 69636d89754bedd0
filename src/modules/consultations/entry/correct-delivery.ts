import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { FieldChange } from '#platform/history/change-rules.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { writeVersion } from '../comments/correct-comment.ts'
import { findOwnById, type OwnComment } from '../comments/own-comment-queries.ts'
import { sameAnswers, type Answer } from '../questions/question-rules.ts'
import type { SenderKind } from '../comments/comment-rules.ts'
import { publishedComments, receivedComments } from '../ledger/comment-records.ts'
import { enterAsSentAnew } from '../ledger/enter-comment-anew.ts'
import { consultationPermissions } from '../permissions.ts'
import { recordOfComment } from '../record-history.ts'
import {
  findSameProtocol,
  holdDelivery,
  holdForEntry,
  updateDelivery,
  type Delivery,
  type DeliveryFacts,
  type SameProtocol,
} from './delivery-queries.ts'
import { holdPoints, listPoints, setFactsOfComments } from './point-queries.ts'
import { isLate } from './entry-rules.ts'

export type Correction = DeliveryFacts & {
  senderKind: SenderKind | null
  reason: string
  fromVersion: number
  evenIfTaken: boolean
  /** Of its one comment. Null: as they are. */
  answers: { given: readonly Answer[]; fromVersion: number } | null
}

export type CorrectOutcome =
  | { kind: 'corrected' }
  | { kind: 'unchanged' }
  | { kind: 'changed-meanwhile' }
  /** Nothing would be left of its comment. */
  | { kind: 'nothing-said' }
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
    const own = form.answers && first ? await findOwnById(tx, 'sq', first.id) : null
    if (own && own.version !== form.answers?.fromVersion) return { kind: 'changed-meanwhile' }
    const answers = own && !sameAnswers(own.answers, form.answers?.given ?? []) ? (form.answers?.given ?? []) : null
    if (own && answers?.length === 0 && own.body === '' && own.suggestion === null) return { kind: 'nothing-said' }
    if (fields.length === 0 && answers === null) return { kind: 'unchanged' }
    const taken = await takenBy(tx, delivery, form)
    if (taken) return { kind: 'protocol-taken', by: taken }
    const late = isLate(form, consultation)
    const order = { delivery, form, fields, late, ids: points.map((point) => point.id) }
    await write(tx, services, official, order)
    if (own && answers) await writeAnswers(tx, services, official, { own, answers, reason: form.reason })
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

/** As a wording of its own: everybody sees that it was corrected, and the earlier one stays as it was entered. */
async function writeAnswers(
  tx: Transaction,
  services: Services,
  { accountId }: Official,
  { own, answers, reason }: { own: OwnComment; answers: readonly Answer[]; reason: string },
): Promise<void> {
  const { id, body, suggestion } = own
  await writeVersion(tx, own, { body, suggestion, answers }, services.clock.now(), { by: { accountId }, reason })
  await appendToLedger(tx, services, { kind: receivedComments, ids: [id] }, { kind: publishedComments, ids: [id] })
}

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
