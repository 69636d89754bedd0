import { digestOfToken, newReceiptCode } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { recordOfComment } from '../record-history.ts'
import { receiptLetter } from './comment-mail.ts'
import { confirmContact, holdComment, insertCommentEvent, moveComment } from './comment-queries.ts'
import { refusalToConfirm, stateAfterConfirming, type ConfirmationRefusal } from './comment-rules.ts'
import { findOwnByToken } from './own-comment-queries.ts'

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
  const state = stateAfterConfirming(comment.found, comment.attachments)
  const code = newReceiptCode()
  const event = { institutionId: comment.institutionId, commentId, version: comment.version, at: now }
  await moveComment(tx, { id: commentId, state, now, code })
  await confirmContact(tx, commentId, now)
  await insertCommentEvent(tx, { ...event, kind: 'confirmed' })
  await insertCommentEvent(tx, { ...event, kind: state })
  await recordOfComment(tx, {
    institutionId: comment.institutionId,
    id: commentId,
    kind: 'confirmed',
    by: 'citizen',
    at: now,
    fields: [{ field: 'state', from: comment.state, to: state }],
  })
  if (!comment.email) return
  await queueLetter(tx, services, {
    institutionId: comment.institutionId,
    kind: 'service',
    recipient: comment.email,
    ...receiptLetter(comment.lang, { title: comment.title, code, state, url: services.settings.url, token }),
  })
}
