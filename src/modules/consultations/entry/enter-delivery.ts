import { newPrivateLink } from '#platform/auth/private-link.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { copyDocuments } from '#platform/intake/case-likeness-queries.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { readRef, refOf } from '#platform/subjects/subject-rules.ts'
import { holdContact } from '../comments/posting-queries.ts'
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
import { isLate } from './entry-rules.ts'
import { PointRefused, enterPoints } from './enter-points.ts'
import type { EnteredFacts, DeliveryOrder, EnterOutcome, Entry, Written } from './enter-points.ts'

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
      const entered = await writeDelivery(tx, services, official.accountId, consultation, order)
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

/** Whether it may be entered was asked before. `by`: an account; null: of the demonstration nobody entered it. */
export async function writeDelivery(
  tx: Transaction,
  services: Services,
  by: string | null,
  consultation: HeldConsultation,
  order: DeliveryOrder,
): Promise<EnterOutcome> {
  const { facts, sender } = order
  const { institutionId, id: consultationId } = consultation
  const link = newPrivateLink()
  const id = order.id ?? order.formId
  const contact = sender.email === null ? null : await holdContact(tx, sender.email)
  const title = facts.title || titleOf(facts, order)
  const now = services.clock.now()
  const isNew = await insertDelivery(tx, {
    ...facts,
    ...factsOf(order),
    title,
    id,
    institutionId,
    consultationId,
    tokenDigest: link.digest,
    enteredAt: now,
    enteredBy: by,
  })
  if (!isNew) return { kind: 'entered', id, consultationId, token: null, codes: [] }
  await keepFiles(tx, services, by, { id, institutionId, title }, order.files)
  // The papers of a case of the inbox go along: they stand with both.
  if (readRef(facts.sourceRef ?? '')?.kind === 'intake.case')
    await copyDocuments(tx, { from: facts.sourceRef ?? '', to: refOf('consultations.delivery', id), institutionId })
  const entry = { order, id, token: link.token, contact, by, title }
  const written = await enterPoints(tx, services, consultation, entry)
  await tellSender(tx, services, consultation, { ...entry, written })
  const fields = fieldsOf(order)
  const subject = refOf('consultations.delivery', id)
  const changedBy = by === null ? 'program' : { accountId: by }
  await recordChange(tx, { institutionId, subject, kind: 'entered', by: changedBy, at: now, fields })
  return { kind: 'entered', id, consultationId, token: link.token, codes: written.map(({ code }) => code) }
}

const fieldsOf = ({ facts, points }: DeliveryOrder) => [
  { field: 'channel', from: null, to: facts.channel },
  { field: 'points', from: null, to: String(points.length) },
]

/** What the form said of the delivery as a whole, beside its facts. */
const factsOf = ({ formId, kind, points, joint }: DeliveryOrder) => ({
  formId,
  kind,
  points: points.length,
  groupName: joint?.groupName ?? null,
  thematicGroupId: joint?.thematicGroupId ?? null,
})

/** What the office calls it where it says nothing: the way, the day, and the organisation. No private person's name. */
function titleOf(facts: DeliveryFacts, { sender, joint }: DeliveryOrder): string {
  const named = textsIn('sq').entry.titles[facts.channel](formatDate('sq', facts.happenedOn))
  const whose = joint?.groupName ?? sender.organisation
  return whose ? `${named}: ${whose}` : named
}

async function keepFiles(
  tx: Transaction,
  services: Services,
  addedBy: string | null,
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
      addedBy,
    })
}

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
