import type { Services } from '../services.ts'
import { claimLetter, markNotSent, markSent, queueAgain, type Letter } from './mail-queries.ts'
import { pauseAfterBounce } from '../subscriptions/pause-after-bounce.ts'
import { MOST_SENDINGS } from './letter-rules.ts'
import { enqueueSending } from './outbox.ts'
import { deliver, type Delivery } from './smtp.ts'

/** How often a legal notice goes out by itself while it stays uncertain; then staff decide. */
const MOST_LEGAL_ATTEMPTS = 3

/**
 * Sends one letter. The claim is committed before the mail server hears of it: whatever happens then, nobody else
 * sends it, and a claim that is never settled shows that something happened.
 */
export async function sendLetter(services: Services, id: string): Promise<void> {
  const { db, clock, settings } = services
  // Without a mail server it waits, and `mail.find-forgotten` sends it once there is one.
  if (settings.smtpUrl === null && !settings.demo) return
  const letter = await claimLetter(db, id, clock.now())
  if (!letter) return
  // In demonstration nothing leaves the house: the letter is read on the mailbox page.
  const delivery: Delivery =
    settings.smtpUrl === null ? { kind: 'sent' } : await deliver(settings.smtpUrl, envelopeOf(services, letter))
  await settle(services, letter, delivery)
}

const envelopeOf = ({ settings }: Services, letter: Letter) => ({
  from: settings.mailFrom,
  to: letter.recipient,
  messageId: letter.messageId,
  subject: letter.subject,
  lang: letter.lang,
  // Only a sent letter may have lost its body (mail_unsent_has_body).
  body: letter.body ?? '',
  leaveUrl: letter.leaveUrl ?? null,
})

async function settle(services: Services, letter: Letter, delivery: Delivery): Promise<void> {
  const { db, clock, log } = services
  switch (delivery.kind) {
    case 'sent':
      return markSent(db, letter, clock.now())
    case 'unknown':
      return leaveUncertain(services, letter, delivery.why)
    case 'permanent':
      await db.begin(async (tx) => {
        await markNotSent(tx, letter, 'failed', delivery.why)
        await pauseAfterBounce(tx, services, letter.id)
      })
      return log.warn({ letter: letter.id, why: delivery.why }, 'a letter cannot be delivered')
    case 'temporary': {
      const last = letter.attempts >= MOST_SENDINGS
      await markNotSent(db, letter, last ? 'failed' : 'queued', delivery.why)
      if (last) return log.error({ letter: letter.id, why: delivery.why }, 'a letter was given up')
      // Thrown so that the worker tries again, later each time.
      throw new Error(`Letter ${letter.id} could not be sent: ${delivery.why}`)
    }
  }
}

/** Legal notices go out again with the same Message-ID: twice is a nuisance, not at all may cost somebody a right. */
export async function leaveUncertain({ db, log }: Services, letter: Letter, why: string): Promise<void> {
  const again = letter.kind === 'legal' && letter.attempts < MOST_LEGAL_ATTEMPTS
  await db.begin(async (tx) => {
    if (!(await markNotSent(tx, letter, 'uncertain', why)) || !again) return
    await queueAgain(tx, letter.id)
    await enqueueSending(tx, letter.id)
  })
  log.warn({ letter: letter.id, kind: letter.kind, why, again }, 'it is uncertain whether a letter went out')
}
