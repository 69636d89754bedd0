import { createHash } from 'node:crypto'
import { digestOfToken, newPrivateLink, newReceiptCode } from '#platform/auth/private-link.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { copyDocuments } from '#platform/intake/case-likeness-queries.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { readRef, refOf } from '#platform/subjects/subject-rules.ts'
import { stateAfterConfirming, type Anchor, type CommentRefusal, type SenderKind } from '../comments/comment-rules.ts'
import { personalDataOf } from '../comments/personal-data-rules.ts'
import { enterComment } from '../comments/post-comment.ts'
import { holdContact, type KnownContact } from '../comments/posting-queries.ts'
import type { HeldConsultation } from '../consultation-queries.ts'
import { consultationPermissions } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import {
  findByForm,
  findSameProtocol,
  holdForEntry,
  insertDelivery,
  type DeliveryFacts,
  type SameProtocol,
} from './delivery-queries.ts'
import { receiptOfMany } from './entry-mail.ts'
import { isLate, tokenOfPoint, type DeliveryKind } from './entry-rules.ts'
import { keepMembers, type MemberDraft } from './keep-members.ts'

export type Sender = {
  onBehalf: 'person' | 'organisation'
  authorName: string | null
  organisation: string | null
  senderKind: SenderKind | null
  /** As the person said: without an express yes it is not. */
  namePublic: boolean
  email: string | null
  lang: Lang
}

export type PointDraft = { body: string; anchor: Anchor }

/** `title` empty: the program names it. */
export type EnteredFacts = DeliveryFacts & {
  sourceRef: string | null
  /** Another paper stands under this number of the protocol, and the official knows. */
  evenIfTaken: boolean
}

export type DeliveryOrder = {
  /** Of the form: by it a delivery that arrives twice is known. */
  formId: string
  /** Where it was given before, as to a letter that was being cut. */
  id?: string
  kind: Exclude<DeliveryKind, 'table'>
  facts: EnteredFacts
  sender: Sender
  points: readonly PointDraft[]
  files: readonly IncomingFile[]
  joint?: { groupName: string; thematicGroupId: string | null; members: readonly MemberDraft[] }
}

export type EnterOutcome =
  /** `token`: of the sender's own page. Null: this form was entered before, and its link cannot be told again. */
  | { kind: 'entered'; id: string; consultationId: string; token: string | null; codes: string[] }
  | { kind: 'protocol-taken'; by: SameProtocol }
  | { kind: 'refused'; refusal: CommentRefusal; point: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

class PointRefused extends Error {
  readonly outcome: Extract<EnterOutcome, { kind: 'refused' }>
  constructor(refusal: CommentRefusal, point: number) {
    super(`point ${point} of a delivery: ${refusal}`)
    this.outcome = { kind: 'refused', refusal, point }
  }
}

/** Enters what came in at once from one sender, by another way than the site: all of it, or nothing. */
export async function enterDelivery(
  services: Services,
  official: Official,
  consultationId: string,
  order: DeliveryOrder,
  beside: (tx: Transaction) => Promise<void> = async () => {},
): Promise<EnterOutcome> {
  try {
    return await services.db.begin(async (tx): Promise<EnterOutcome> => {
      const consultation = await holdForEntry(tx, order.sender.lang, consultationId)
      if (!consultation) return { kind: 'no-such-consultation' }
      if (!mayIn(official, consultationPermissions['comments.enter'], consultation.institutionId))
        return { kind: 'not-permitted' }
      const before = await findByForm(tx, order.formId)
      if (before) return { kind: 'entered', ...before, token: null, codes: [] }
      if (consultation.state === 'cancelled') return { kind: 'refused', refusal: 'cancelled', point: 1 }
      const taken = await protocolTaken(tx, consultation, order.facts)
      if (taken) return { kind: 'protocol-taken', by: taken }
      const entered = await writeDown(tx, services, official, consultation, order)
      await beside(tx)
      return entered
    })
  } catch (error) {
    // Half of a letter must not stand: the points before the refused one go with the transaction.
    if (error instanceof PointRefused) return error.outcome
    throw error
  }
}

async function protocolTaken(
  tx: Transaction,
  { institutionId }: HeldConsultation,
  { protocolNumber, protocolDate, receivedOn, evenIfTaken }: EnteredFacts,
): Promise<SameProtocol | null> {
  if (protocolNumber === null || evenIfTaken) return null
  const year = (protocolDate ?? receivedOn).slice(0, 4)
  return findSameProtocol(tx, { institutionId, number: protocolNumber, year, except: null })
}

async function writeDown(
  tx: Transaction,
  services: Services,
  official: Official,
  consultation: HeldConsultation,
  order: DeliveryOrder,
): Promise<EnterOutcome> {
  const { formId, facts, kind, points, joint, sender } = order
  const { institutionId, id: consultationId } = consultation
  const link = newPrivateLink()
  const id = order.id ?? formId
  const contact = sender.email === null ? null : await holdContact(tx, sender.email)
  const title = facts.title || titleOf(facts, order)
  const isNew = await insertDelivery(tx, {
    ...facts,
    title,
    id,
    institutionId,
    consultationId,
    kind,
    groupName: joint?.groupName ?? null,
    thematicGroupId: joint?.thematicGroupId ?? null,
    tokenDigest: link.digest,
    points: points.length,
    enteredAt: services.clock.now(),
    enteredBy: official.accountId,
    formId,
  })
  if (!isNew) return { kind: 'entered', id, consultationId, token: null, codes: [] }
  await keepFiles(tx, services, official, { id, institutionId, title }, order.files)
  // The papers of a case of the inbox go along: they stand with both.
  if (readRef(facts.sourceRef ?? '')?.kind === 'intake.case')
    await copyDocuments(tx, { from: facts.sourceRef ?? '', to: refOf('consultations.delivery', id), institutionId })
  const entry = { order, id, token: link.token, contact, by: official.accountId, title }
  const written = await enterPoints(tx, services, consultation, entry)
  await tellSender(tx, services, consultation, { ...entry, written })
  const fields = [
    { field: 'channel', from: null, to: facts.channel },
    { field: 'points', from: null, to: String(points.length) },
  ]
  const subject = refOf('consultations.delivery', id)
  const by = { accountId: official.accountId }
  await recordChange(tx, { institutionId, subject, kind: 'entered', by, at: services.clock.now(), fields })
  return { kind: 'entered', id, consultationId, token: link.token, codes: written.map(({ code }) => code) }
}

/** What the office calls it where it says nothing: the way, the day, and the organisation. No private person's name. */
function titleOf(facts: DeliveryFacts, { sender, joint }: DeliveryOrder): string {
  const named = textsIn('sq').entry.titles[facts.channel](formatDate('sq', facts.happenedOn))
  const whose = joint?.groupName ?? sender.organisation
  return whose ? `${named}: ${whose}` : named
}

async function keepFiles(
  tx: Transaction,
  services: Services,
  { accountId }: Official,
  { id, institutionId, title }: { id: string; institutionId: string; title: string },
  files: readonly IncomingFile[],
): Promise<void> {
  const subject = refOf('consultations.delivery', id)
  for (const file of files)
    // A letter has its writer's name and address: each look at it is noted.
    await keepDocument(tx, services, {
      institutionId,
      subject,
      role: 'scan',
      class: 'personal',
      title,
      lang: 'sq',
      file,
      addedBy: accountId,
    })
}

type Entry = {
  order: DeliveryOrder
  id: string
  token: string
  contact: KnownContact | null
  by: string
}
type Written = { code: string; articleLabel: string | null; commentId: string }

async function enterPoints(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  { order, id, token, contact, by }: Entry,
): Promise<Written[]> {
  const { facts, sender, points } = order
  const written: Written[] = []
  const late = isLate(facts, consultation)
  const { channel, happenedOn, receivedOn } = facts
  for (const [index, { body, anchor }] of points.entries()) {
    const n = index + 1
    const own = tokenOfPoint(token, n)
    const draft = {
      submissionId: submissionOfPoint(order.formId, n),
      body,
      email: sender.email ?? '',
      onBehalf: sender.onBehalf,
      authorName: sender.authorName,
      organisation: sender.organisation,
      namePublic: sender.namePublic,
      senderKind: sender.senderKind,
      anchor,
    }
    const code = newReceiptCode()
    const entered = await enterComment(tx, services, consultation, draft, {
      email: sender.email,
      contact,
      lang: sender.lang,
      files: [],
      link: { token: own, digest: digestOfToken(own) },
      now: services.clock.now(),
      received: { state: stateAfterConfirming(personalDataOf(draft), 0), code },
      cameIn: { channel, happenedOn, receivedOn, late, delivery: { id, point: n }, enteredBy: by },
      receiptApart: order.kind === 'split',
      ...(order.joint && {
        beforeEntry: (commentId: string) => membersOf(tx, services, consultation, order, { id, commentId, code }),
      }),
    })
    if (entered.kind === 'refused') throw new PointRefused(entered.refusal, n)
    if (entered.kind === 'entered-before') throw new Error(`Point ${n} of delivery ${id} was entered before it`)
    written.push({ code, articleLabel: entered.articleLabel, commentId: entered.commentId })
  }
  return written
}

/** The number of a point's own form: the same each time this form arrives. */
const submissionOfPoint = (formId: string, n: number): string =>
  createHash('sha256')
    .update(`${formId}.${n}`)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

const membersOf = (
  tx: Transaction,
  services: Services,
  { institutionId, title }: HeldConsultation,
  { joint, sender }: DeliveryOrder,
  { id, commentId, code }: { id: string; commentId: string; code: string },
): Promise<void> =>
  keepMembers(tx, services, {
    institutionId,
    deliveryId: id,
    commentId,
    code,
    title,
    lang: sender.lang,
    groupName: joint?.groupName ?? '',
    members: joint?.members ?? [],
  })

async function tellSender(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  { order, token, written }: Entry & { written: readonly Written[] },
): Promise<void> {
  const { email, lang } = order.sender
  // Of one comment alone its own receipt tells.
  if (email === null || order.kind !== 'split') return
  const letter = receiptOfMany(lang, {
    ...order.facts,
    title: consultation.title,
    url: services.settings.url,
    token,
    points: written,
    late: isLate(order.facts, consultation),
  })
  const { institutionId } = consultation
  await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, unhurried: true, ...letter })
}
