import { randomBytes } from 'node:crypto'
import { keepDocument } from '#platform/documents/documents.ts'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { placeOfQuote } from '#platform/texts/anchor-rules.ts'
import { findNode } from '#platform/texts/text-queries.ts'
import { holdPublished, type HeldConsultation } from '../consultation-queries.ts'
import { phaseAt } from '../consultation-rules.ts'
import { giveConsent } from '#platform/own-data/consents.ts'
import { recordOfComment } from '../record-history.ts'
import { confirmationLetter } from './comment-mail.ts'
import {
  contactOf,
  findSubmission,
  insertComment,
  insertCommentEvent,
  insertVersion,
  type NewComment,
} from './comment-queries.ts'
import {
  confirmableUntil,
  refusalToComment,
  type Anchor,
  type CommentDraft,
  type CommentRefusal,
} from './comment-rules.ts'
import { acceptComment } from './confirm-comment.ts'
import { personalDataOf } from './personal-data-rules.ts'
import { isSameContent, submissionOf, type SentContent } from './submission-rules.ts'

/** Of the question whether the name is shown: another wording is another version, and earlier consents keep theirs. */
const NAME_WORDS_VERSION = 1

export type PostCommentOutcome =
  /** A letter with the confirmation link is on its way; nothing is counted yet. */
  | { kind: 'sent' }
  /** The sender is signed in, so the address is known to be theirs: received at once. */
  | { kind: 'received' }
  | { kind: 'refused'; refusal: CommentRefusal }
  | { kind: 'no-such-consultation' }

type Sender = { citizen: Citizen | null; lang: Lang; files: readonly IncomingFile[] }

/** Takes in a comment. The same form arriving again with the same content is the same comment, and gets the same answer. */
export async function postComment(
  services: Services,
  slug: string,
  draft: CommentDraft,
  sender: Sender,
): Promise<PostCommentOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<PostCommentOutcome> => {
    const consultation = await holdPublished(tx, sender.lang, slug)
    if (!consultation) return { kind: 'no-such-consultation' }
    const email = sender.citizen?.email ?? draft.email
    const content = contentOf(draft, email, sender.files)
    const submissionId = await newSubmission(tx, draft, content)
    if (submissionId === null) return receivedBefore(sender)
    const refusal = refusalToComment(phaseAt(consultation, now))
    if (refusal) return { kind: 'refused', refusal }
    const link = newPrivateLink()
    const enter = (number: string) =>
      enterComment(tx, services, consultation, { ...draft, submissionId: number }, { ...sender, email, link, now })
    const entered = await enterOnce(enter, submissionId, () => newSubmission(tx, draft, content))
    if (entered.kind === 'refused') return entered
    if (entered.kind === 'entered-before') return receivedBefore(sender)
    if (sender.citizen) {
      await acceptComment(tx, services, entered.commentId, link.token, now)
      return { kind: 'received' }
    }
    const letter = confirmationLetter(sender.lang, {
      title: consultation.title,
      zone: consultation.zone,
      url: services.settings.url,
      token: link.token,
      // An open consultation has a closing instant.
      confirmableUntil: confirmableUntil(consultation.closesAt ?? now),
    })
    const { institutionId } = consultation
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
    return { kind: 'sent' }
  })
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
async function newSubmission(
  tx: Transaction,
  { submissionId }: CommentDraft,
  content: SentContent,
): Promise<string | null> {
  const before = await findSubmission(tx, submissionId)
  if (before === null) return submissionId
  if (isSameContent(before, content)) return null
  const other = submissionOf(submissionId, content)
  return (await findSubmission(tx, other)) ? null : other
}

function contentOf(draft: CommentDraft, email: string, files: readonly IncomingFile[]): SentContent {
  const { body, authorName, organisation, namePublic, anchor } = draft
  return {
    body,
    email,
    authorName,
    organisation,
    namePublic,
    nodeId: anchor.about === 'whole' ? null : anchor.nodeId,
    quote: anchor.about === 'passage' ? anchor.quote : null,
    fileDigests: files.map((file) => file.digest),
  }
}

const receivedBefore = (sender: Sender): PostCommentOutcome => ({ kind: sender.citizen ? 'received' : 'sent' })

export type Entered =
  { kind: 'entered'; commentId: string } | { kind: 'entered-before' } | { kind: 'refused'; refusal: CommentRefusal }

type Entry = {
  /** Null: nobody to write to, as on paper. */
  email: string | null
  lang: Lang
  files: readonly IncomingFile[]
  link: { digest: Buffer }
  now: Date
}

/** Writes a comment down as sent: its anchor found in the text, its words checked, its files kept. */
export async function enterComment(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  draft: CommentDraft,
  entry: Entry,
): Promise<Entered> {
  const anchored = await anchorIn(tx, consultation, draft.anchor)
  if (typeof anchored === 'string') return { kind: 'refused', refusal: anchored }
  const contactId = entry.email === null ? null : await contactOf(tx, entry.email, entry.lang, entry.now)
  const commentId = await insertComment(tx, {
    institutionId: consultation.institutionId,
    consultationId: consultation.id,
    submissionId: draft.submissionId,
    contactId,
    tokenDigest: entry.link.digest,
    lang: entry.lang,
    ...anchored,
    sentAt: entry.now,
  })
  if (!commentId) return { kind: 'entered-before' }
  await writeDown(tx, services, consultation, { commentId, contactId }, draft, entry)
  return { kind: 'entered', commentId }
}

async function writeDown(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  { commentId, contactId }: { commentId: string; contactId: string | null },
  draft: CommentDraft,
  { files, now }: Entry,
): Promise<void> {
  const { institutionId } = consultation
  await insertVersion(tx, {
    institutionId,
    commentId,
    n: 1,
    body: draft.body,
    onBehalf: draft.onBehalf,
    authorName: draft.authorName,
    organisation: draft.organisation,
    namePublic: draft.namePublic,
    salt: randomBytes(16),
    found: personalDataOf(draft),
    writtenAt: now,
  })
  if (draft.namePublic && contactId !== null) {
    const subject = `consultations.comment:${commentId}`
    await giveConsent(tx, services, { contactId, what: 'name-public', subject, wordsVersion: NAME_WORDS_VERSION })
  }
  await insertCommentEvent(tx, { institutionId, commentId, kind: 'sent', version: 1, at: now })
  await recordOfComment(tx, { institutionId, id: commentId, kind: 'sent', by: 'citizen', at: now })
  for (const file of files) {
    await keepDocument(tx, services, {
      institutionId,
      subject: `consultations.comment:${commentId}`,
      role: 'attachment',
      title: file.name,
      lang: 'sq',
      file,
      addedBy: null,
    })
  }
}

type Anchored = Pick<
  NewComment,
  'about' | 'textVersionId' | 'nodeId' | 'articleLabel' | 'quote' | 'quotePrefix' | 'quoteSuffix' | 'quoteStart'
>

const NOWHERE: Anchored = {
  about: 'whole',
  textVersionId: null,
  nodeId: null,
  articleLabel: null,
  quote: null,
  quotePrefix: null,
  quoteSuffix: null,
  quoteStart: null,
}

/** The anchor as it is kept, once the article and the exact words were found in the published text. */
async function anchorIn(
  tx: Transaction,
  consultation: HeldConsultation,
  anchor: Anchor,
): Promise<Anchored | 'no-such-article' | 'no-such-passage'> {
  if (anchor.about === 'whole') return NOWHERE
  if (!consultation.textVersionId) return 'no-such-article'
  const node = await findNode(tx, consultation.textVersionId, anchor.nodeId)
  if (node?.kind !== 'article') return 'no-such-article'
  const article = {
    ...NOWHERE,
    textVersionId: consultation.textVersionId,
    nodeId: node.nodeId,
    articleLabel: node.label,
  }
  if (anchor.about === 'article') return { ...article, about: 'article' }
  const place = placeOfQuote(node.words, anchor.quote, anchor.prefix, anchor.suffix)
  if (!place) return 'no-such-passage'
  const { quote, prefix: quotePrefix, suffix: quoteSuffix } = anchor
  return { ...article, about: 'passage', quote, quotePrefix, quoteSuffix, quoteStart: place.start }
}
