import { newPrivateLink, newReceiptCode } from '#platform/auth/private-link.ts'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { together } from '#platform/db/together.ts'
import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { giveConsent } from '#platform/own-data/consents.ts'
import type { Services } from '#platform/services.ts'
import { holdPublished, type HeldConsultation } from '../consultation-queries.ts'
import { phaseAt } from '../consultation-rules.ts'
import { insertAnswers } from '../questions/question-queries.ts'
import type { Change } from '#platform/history/record-change.ts'
import { byAccount, recordsOfComment } from '../record-history.ts'
import { confirmationLetter } from './comment-mail.ts'
import { confirmContact } from './move-queries.ts'
import {
  confirmableUntil,
  isJustClosed,
  refusalToComment,
  stateAfterConfirming,
  type CommentDraft,
  type CommentRefusal,
} from './comment-rules.ts'
import { confirmedChange, tellReceived } from './confirm-comment.ts'
import { personalDataOf } from './personal-data-rules.ts'
import {
  contactOf,
  findSubmission,
  holdContact,
  insertComment,
  type CameIn,
  type KnownContact,
  type Received,
} from './posting-queries.ts'
import { isSameContent, submissionOf, type SentContent } from './submission-rules.ts'
import { anchorIn } from './anchor-comment.ts'

/** Of the question whether the name is shown: another wording is another version, and earlier consents keep theirs. */
const NAME_WORDS_VERSION = 1

export type PostCommentOutcome =
  /** A letter with the confirmation link is on its way; nothing is counted yet. */
  | { kind: 'sent'; late?: true }
  /** The sender is signed in, so the address is known to be theirs: received at once. */
  | { kind: 'received'; late?: true }
  | { kind: 'refused'; refusal: CommentRefusal }
  | { kind: 'no-such-consultation' }

type Sender = {
  citizen: Citizen | null
  lang: Lang
  files: readonly IncomingFile[]
  /** It came among too many at once, and waits to be looked at. */
  wave?: boolean
}

/** Takes in a comment. The same form arriving again with the same content is the same comment, and gets the same answer. */
export async function postComment(
  services: Services,
  slug: string,
  draft: CommentDraft,
  sender: Sender,
): Promise<PostCommentOutcome> {
  const now = services.clock.now()
  const email = sender.citizen?.email ?? draft.email
  return services.db.begin(async (tx): Promise<PostCommentOutcome> => {
    // Questions that do not wait for each other's answers go out together, here and below: each wait is a moment in which
    // neither program does anything for this comment.
    const [consultation, before, contact] = await together([
      holdPublished(tx, sender.lang, slug),
      findSubmission(tx, draft.submissionId),
      holdContact(tx, email),
    ])
    if (!consultation) return { kind: 'no-such-consultation' }
    const content = contentOf(draft, email, sender.files)
    const submissionId = await numberFor(tx, draft, content, before)
    if (submissionId === null) return receivedBefore(sender)
    const late = isJustClosed(consultation, now)
    const refusal = late ? null : refusalToComment(phaseAt(consultation, now))
    if (refusal) return { kind: 'refused', refusal }
    const link = newPrivateLink()
    const entry = { email, contact, ...sender, link, now, late, received: sender.citizen && receivedNow(draft, sender) }
    const enter = (number: string) =>
      enterComment(tx, services, consultation, { ...draft, submissionId: number }, entry)
    const entered = await enterOnce(enter, submissionId, async () =>
      numberFor(tx, draft, content, await findSubmission(tx, draft.submissionId)),
    )
    if (entered.kind === 'refused') return entered
    if (entered.kind === 'entered-before') return receivedBefore(sender)
    if (!sender.citizen) await askToConfirm(tx, services, consultation, { ...sender, email, link, now, late })
    return { kind: sender.citizen ? 'received' : 'sent', ...(late && { late }) }
  })
}

/** Why it will wait, if it will. */
const foundIn = (draft: CommentDraft, wave = false): string[] => [...personalDataOf(draft), ...(wave ? ['wave'] : [])]

/** The address of somebody signed in is known to be theirs: nothing is left to confirm. */
const receivedNow = (draft: CommentDraft, { files, wave }: Sender): Received => ({
  state: stateAfterConfirming(foundIn(draft, wave), files.length),
  code: newReceiptCode(),
})

async function askToConfirm(
  tx: Transaction,
  services: Services,
  { institutionId, title, zone, closesAt }: HeldConsultation,
  { lang, email, link, now, late }: { lang: Lang; email: string; link: { token: string }; now: Date; late: boolean },
): Promise<void> {
  const letter = confirmationLetter(lang, {
    title,
    zone,
    url: services.settings.url,
    token: link.token,
    // An open consultation has a closing instant.
    confirmableUntil: confirmableUntil(closesAt ?? now, { late, sentAt: now }),
    late,
  })
  await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, unhurried: true, ...letter })
}

/**
 * The same form may have been entered at the same moment, on another connection. It has committed by now, so its content
 * can be compared: the same stands with its one letter, other content is entered beside it.
 */
async function enterOnce(
  enter: (number: string) => Promise<Entered>,
  number: string,
  another: () => Promise<string | null>,
): Promise<Entered> {
  const entered = await enter(number)
  const beside = entered.kind === 'entered-before' ? await another() : null
  return beside === null ? entered : enter(beside)
}

/** Under which number this arrival is kept; null when its very content was received before. */
async function numberFor(
  tx: Transaction,
  { submissionId }: CommentDraft,
  content: SentContent,
  before: SentContent | null,
): Promise<string | null> {
  if (before === null) return submissionId
  if (isSameContent(before, content)) return null
  const other = submissionOf(submissionId, content)
  return (await findSubmission(tx, other)) ? null : other
}

function contentOf(draft: CommentDraft, email: string, files: readonly IncomingFile[]): SentContent {
  const { body, authorName, organisation, namePublic, anchor, suggestion = null, answers = [] } = draft
  return {
    body,
    email,
    authorName,
    organisation,
    namePublic,
    nodeId: anchor.about === 'whole' ? null : anchor.nodeId,
    quote: anchor.about === 'passage' ? anchor.quote : null,
    suggestion,
    answers,
    fileDigests: files.map((file) => file.digest),
  }
}

const receivedBefore = (sender: Sender): PostCommentOutcome => ({ kind: sender.citizen ? 'received' : 'sent' })

export type Entered =
  | { kind: 'entered'; commentId: string; articleLabel: string | null }
  | { kind: 'entered-before' }
  | { kind: 'refused'; refusal: CommentRefusal }

type Entry = {
  /** Null: nobody to write to, as on paper. */
  email: string | null
  /** Whose address that is, where it was looked up and found. */
  contact?: KnownContact | null
  lang: Lang
  files: readonly IncomingFile[]
  link: { token: string; digest: Buffer }
  now: Date
  /** It is counted at once. Otherwise `acceptComment` counts it. */
  received?: Received | null
  /** Absent: sent on the site. */
  cameIn?: CameIn
  /** Sent on the site after the window had closed. */
  late?: boolean
  wave?: boolean
  /** Its receipt goes out with others, in one letter: another deed writes that. */
  receiptApart?: boolean
  /** Writes what stands with the comment, before the ledger vouches for it. */
  beforeEntry?: (commentId: string) => Promise<void>
}

/** Writes a comment down: its anchor found in the text, its words checked, its files kept; as sent, or as received. */
export async function enterComment(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  draft: CommentDraft,
  entry: Entry,
): Promise<Entered> {
  const anchored = await anchorIn(tx, consultation, draft.anchor)
  if (typeof anchored === 'string') return { kind: 'refused', refusal: anchored }
  const { lang, now, received = null } = entry
  const contactId = await contactIdOf(tx, entry)
  const { body, onBehalf, authorName, organisation, namePublic } = draft
  const commentId = await insertComment(tx, {
    institutionId: consultation.institutionId,
    consultationId: consultation.id,
    submissionId: draft.submissionId,
    contactId,
    tokenDigest: entry.link.digest,
    lang,
    ...anchored,
    sentAt: now,
    received,
    body,
    onBehalf,
    authorName,
    organisation,
    namePublic,
    found: foundIn(draft, entry.wave),
    suggestion: draft.suggestion ?? null,
    senderKind: draft.senderKind ?? (onBehalf === 'person' ? 'citizen' : null),
    cameIn: entry.cameIn ?? null,
    late: isLate(entry),
  })
  if (!commentId) return { kind: 'entered-before' }
  const { institutionId } = consultation
  await insertAnswers(tx, { institutionId, commentId, n: 1 }, draft.answers ?? [])
  await entry.beforeEntry?.(commentId)
  await writeBeside(tx, services, consultation, { commentId, contactId }, draft, entry)
  return { kind: 'entered', commentId, articleLabel: anchored.articleLabel }
}

/** Written only where something is new: most people have written before, in the same language. */
async function contactIdOf(tx: Transaction, { email, contact, lang, now, cameIn }: Entry): Promise<string | null> {
  if (email === null) return null
  // What an official typed changes nothing of what somebody told us themselves.
  if (cameIn && contact) return contact.id
  return contact?.lang === lang ? contact.id : contactOf(tx, email, lang, now)
}

/** All that stands beside the comment itself: consent, history, files, and of a received one its entries and its receipt. */
async function writeBeside(
  tx: Transaction,
  services: Services,
  { institutionId, title }: HeldConsultation,
  { commentId, contactId }: { commentId: string; contactId: string | null },
  draft: CommentDraft,
  entry: Entry,
): Promise<void> {
  const { files, lang, link, now, email, contact, received, cameIn } = entry
  const subject = `consultations.comment:${commentId}`
  for (const file of files) {
    const words = { title: file.name, lang: 'sq' } as const
    await keepDocument(tx, services, { institutionId, subject, role: 'attachment', ...words, file, addedBy: null })
  }
  const changes = changesOf(institutionId, entry)
  const consent = { subject, what: 'name-public', wordsVersion: NAME_WORDS_VERSION }
  await together([
    recordsOfComment(tx, commentId, changes),
    draft.namePublic && contactId !== null ? giveConsent(tx, services, { contactId, ...consent }) : null,
    // An address that an official typed is known to be nobody's until it is used.
    received && !cameIn && !contact?.confirmedAt ? confirmContact(tx, commentId, now) : null,
    received &&
      tellReceived(tx, services, {
        id: commentId,
        institutionId,
        ...received,
        lang,
        title,
        email: entry.receiptApart ? null : email,
        token: link.token,
        late: isLate(entry),
        cameIn: cameIn ?? null,
      }),
  ])
}

const isLate = ({ cameIn, late = false }: Entry): boolean => cameIn?.late ?? late

/** Its first lines of history: who sent it, or who entered it for them, and that it counts. */
function changesOf(institutionId: string, { cameIn, received, now: at }: Entry): Omit<Change, 'subject'>[] {
  if (!cameIn) {
    const sent = { institutionId, kind: 'sent', by: 'citizen', at } as const
    return received ? [sent, confirmedChange(institutionId, at, { from: 'sent', to: received.state })] : [sent]
  }
  const by = byAccount(cameIn.enteredBy)
  const fields = [
    { field: 'channel', from: null, to: cameIn.channel },
    { field: 'state', from: null, to: received?.state ?? 'sent' },
  ]
  return [{ institutionId, kind: 'entered', by, at, fields }]
}
