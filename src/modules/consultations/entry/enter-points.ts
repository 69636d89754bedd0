import { createHash } from 'node:crypto'
import { digestOfToken, newReceiptCode } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { stateAfterConfirming, type Anchor, type CommentRefusal, type SenderKind } from '../comments/comment-rules.ts'
import { personalDataOf } from '../comments/personal-data-rules.ts'
import { enterComment } from '../comments/post-comment.ts'
import type { KnownContact } from '../comments/posting-queries.ts'
import type { HeldConsultation } from '../consultation-queries.ts'
import type { Answer } from '../questions/question-rules.ts'
import type { DeliveryFacts, SameProtocol } from './delivery-queries.ts'
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

export type PointDraft = { body: string; anchor: Anchor; answers?: readonly Answer[] }

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

export class PointRefused extends Error {
  readonly outcome: Extract<EnterOutcome, { kind: 'refused' }>
  constructor(refusal: CommentRefusal, point: number) {
    super(`point ${point} of a delivery: ${refusal}`)
    this.outcome = { kind: 'refused', refusal, point }
  }
}

export type Entry = {
  order: DeliveryOrder
  id: string
  token: string
  contact: KnownContact | null
  by: string | null
}
export type Written = { code: string; articleLabel: string | null; commentId: string }

export async function enterPoints(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  { order, id, token, contact, by }: Entry,
): Promise<Written[]> {
  const { facts, sender, points } = order
  const written: Written[] = []
  const late = isLate(facts, consultation)
  const { channel, happenedOn, receivedOn } = facts
  for (const [index, point] of points.entries()) {
    const n = index + 1
    const own = tokenOfPoint(token, n)
    const draft = draftOfPoint(order, point, n)
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

const draftOfPoint = ({ formId, sender }: DeliveryOrder, { body, anchor, answers = [] }: PointDraft, n: number) => ({
  submissionId: submissionOfPoint(formId, n),
  body,
  email: sender.email ?? '',
  onBehalf: sender.onBehalf,
  authorName: sender.authorName,
  organisation: sender.organisation,
  namePublic: sender.namePublic,
  senderKind: sender.senderKind,
  anchor,
  answers,
})

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
