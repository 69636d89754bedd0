import { randomUUID } from 'node:crypto'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import type { LetterKind } from './letter-rules.ts'
import { findLetter, insertLetter, queueAgain } from './mail-queries.ts'

export type LetterDraft = {
  /** In whose name; null: the installation's own, such as a sign-in code. */
  institutionId: string | null
  /** Legal notices are sent again by themselves when it is uncertain whether they went out, the others are not. */
  kind: LetterKind
  recipient: string
  lang: Lang
  subject: string
  /** Plain text. */
  body: string
}

const LONGEST_SUBJECT = 250
const LONGEST_ADDRESS = 254

/** An address and nothing else: none of the characters with which a header, or a list of addresses, could go on. */
const ADDRESS = /^[^\s@,;:<>()[\]"\\\p{C}]+@[^\s@,;:<>()[\]"\\\p{C}]+$/u

/** Puts a letter into the outbox. It goes out once this transaction is committed, and never if it is not. */
export async function queueLetter(
  tx: Transaction,
  services: Pick<Services, 'settings' | 'clock'>,
  draft: LetterDraft,
): Promise<{ id: string }> {
  if (draft.recipient.length > LONGEST_ADDRESS || !ADDRESS.test(draft.recipient)) throw new Error('Not a mail address')
  const id = randomUUID()
  await insertLetter(tx, {
    ...draft,
    id,
    messageId: `<${id}@${new URL(services.settings.url).hostname}>`,
    subject: oneLine(draft.subject),
    createdAt: services.clock.now(),
  })
  await enqueueSending(tx, id)
  return { id }
}

export type SendAgainOutcome = { kind: 'queued' } | { kind: 'no-such-letter' } | { kind: 'not-waiting' }

/**
 * A letter that failed, or of which nobody knows whether it arrived, goes out once more with the same Message-ID, so
 * that a mailbox that has it already can tell. Whether this official may see the letter is asked before.
 */
export async function sendAgain(tx: Transaction, id: string, _by: Official): Promise<SendAgainOutcome> {
  if (await queueAgain(tx, id)) {
    await enqueueSending(tx, id)
    return { kind: 'queued' }
  }
  return { kind: (await findLetter(tx, id)) ? 'not-waiting' : 'no-such-letter' }
}

/** The key keeps a letter from having two jobs. */
export const enqueueSending = (tx: Transaction, id: string): Promise<void> =>
  enqueue(tx, 'mail.send', { id }, { key: `mail.send:${id}` })

/** A subject often holds a title that somebody typed: whatever it holds, it is one line. */
const oneLine = (words: string): string =>
  [...words.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, LONGEST_SUBJECT).join('')
