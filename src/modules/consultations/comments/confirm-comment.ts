import { digestOfToken, newReceiptCode } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { together } from '#platform/db/together.ts'
import type { Change } from '#platform/history/record-change.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { PLACE_ANCHORS } from '#platform/texts/versions/publish-version.ts'
import { publishedComments, receivedComments } from '../ledger/comment-records.ts'
import { groupLater } from '../groups/keep-groups.ts'
import { recordsOfComment } from '../record-history.ts'
import { tellCommentPublished } from '../following/followed-queries.ts'
import { receiptLetter } from './comment-mail.ts'
import { confirmContact, holdComment, insertCommentEvents, moveComment } from './move-queries.ts'
import { refusalToConfirm, stateAfterConfirming, type CommentState, type ConfirmationRefusal } from './comment-rules.ts'
import { findNewestVersionSince } from '../text-record-queries.ts'
import { findOwnByToken } from './own-comment-queries.ts'
import type { CameIn } from './posting-queries.ts'

export type ConfirmOutcome =
  { kind: 'confirmed' } | { kind: 'refused'; refusal: ConfirmationRefusal } | { kind: 'no-such-comment' }

/** The one button behind the link in the letter. Pressed twice it confirms once. */
export async function confirmComment(services: Services, token: string): Promise<ConfirmOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ConfirmOutcome> => {
    const own = await findOwnByToken(tx, 'sq', digestOfToken(token), { lock: true })
    if (!own) return { kind: 'no-such-comment' }
    if (own.state !== 'sent') return { kind: 'confirmed' }
    const refusal = refusalToConfirm(own, now)
    if (refusal) return { kind: 'refused', refusal }
    await acceptComment(tx, services, own.id, token, now)
    return { kind: 'confirmed' }
  })
}

/** Counts a comment: gives it its code, decides where it stands, and sends the receipt. */
export async function acceptComment(
  tx: Transaction,
  services: Services,
  commentId: string,
  token: string,
  now: Date,
): Promise<void> {
  const comment = await holdComment(tx, commentId)
  if (!comment) throw new Error(`Comment ${commentId} is gone inside its own transaction`)
  const { institutionId, version } = comment
  const state = stateAfterConfirming(comment.found, comment.attachments)
  const code = newReceiptCode()
  const event = { institutionId, commentId, version, at: now }
  const confirmed = confirmedChange(institutionId, now, { from: comment.state, to: state })
  await moveComment(tx, { id: commentId, state, now, code })
  await confirmContact(tx, commentId, now)
  await insertCommentEvents(tx, [
    { ...event, kind: 'confirmed' },
    { ...event, kind: state },
  ])
  await recordsOfComment(tx, commentId, [confirmed])
  await tellReceived(tx, services, { ...comment, state, code, token, cameIn: null })
  await placeLater(tx, commentId)
}

export const confirmedChange = (
  institutionId: string,
  at: Date,
  { from, to }: { from: CommentState; to: CommentState },
): Omit<Change, 'subject'> => ({
  institutionId,
  kind: 'confirmed',
  by: 'citizen',
  at,
  fields: [{ field: 'state', from, to }],
})

export type ReceivedComment = {
  id: string
  institutionId: string
  state: 'published' | 'waiting'
  code: string
  lang: Lang
  /** Of the consultation, in that language. */
  title: string
  /** Null: nobody to write to, as on paper. */
  email: string | null
  token: string
  late: boolean
  /** Null: sent on the site. */
  cameIn: Pick<CameIn, 'channel' | 'happenedOn' | 'receivedOn'> | null
}

/**
 * Enters a comment that is counted from now on in the ledger, and sends its receipt. The comment has been written by then,
 * with its words and its files.
 */
export async function tellReceived(tx: Transaction, services: Services, comment: ReceivedComment): Promise<void> {
  const { id, institutionId, email, lang } = comment
  const first = { ids: [id], first: true } as const
  const entered = appendToLedger(
    tx,
    services,
    { kind: receivedComments, ...first },
    { kind: publishedComments, ...first },
  )
  const letter = receiptLetter(lang, { ...comment, url: services.settings.url })
  const sent =
    email === null
      ? null
      : queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, unhurried: true, ...letter })
  const told = comment.state === 'published' ? tellCommentPublished(tx, id, services.clock.now()) : null
  await together([entered, sent, told, groupLater(tx, id)])
}

/** Written about a version that another has followed meanwhile: it is placed there as those before it were. */
async function placeLater(tx: Transaction, commentId: string): Promise<void> {
  const versionId = await findNewestVersionSince(tx, commentId)
  if (versionId !== null)
    await enqueue(tx, PLACE_ANCHORS, { version: versionId }, { key: `${PLACE_ANCHORS}:${versionId}` })
}
