import { randomUUID } from 'node:crypto'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { recordChange } from '../history/record-change.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { LETTER_SUBJECT, MOST_SENDINGS, type LetterKind } from './letter-rules.ts'
import { insertLetterAndJob, lockLetter, queueAgain } from './mail-queries.ts'

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
  /**
   * It goes out when the worker looks next, within two seconds, and is not in the way of others who write at the same time.
   * For letters that a crowd may cause.
   */
  unhurried?: true
}

const LONGEST_SUBJECT = 250
const LONGEST_ADDRESS = 254

/** An address and nothing else: none of the characters with which a header, or a list of addresses, could go on. */
const ADDRESS = /^[^\s@,;:<>()[\]"\\\p{C}]+@[^\s@,;:<>()[\]"\\\p{C}]+$/u

/** Puts a letter into the outbox, between the words of its institution. It goes out once this transaction is committed, and never if it is not. */
export async function queueLetter(
  tx: Transaction,
  services: Pick<Services, 'settings' | 'clock'>,
  draft: LetterDraft,
): Promise<{ id: string }> {
  if (draft.recipient.length > LONGEST_ADDRESS || !ADDRESS.test(draft.recipient)) throw new Error('Not a mail address')
  const id = randomUUID()
  const letter = {
    ...draft,
    id,
    messageId: `<${id}@${new URL(services.settings.url).hostname}>`,
    subject: oneLine(draft.subject),
    createdAt: services.clock.now(),
  }
  await insertLetterAndJob(tx, letter, draft.unhurried ?? false)
  return { id }
}

export type SendAgainOutcome = { kind: 'queued' } | { kind: 'no-such-letter' } | { kind: 'not-waiting' }

/**
 * A letter that failed or came back, or of which nobody knows whether it arrived, goes out once more with the same
 * Message-ID, so that a mailbox that has it already can tell. Whether this official may see the letter is asked before.
 */
export async function sendAgain(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  id: string,
  by: Official,
): Promise<SendAgainOutcome> {
  const letter = await lockLetter(tx, id)
  if (!letter) return { kind: 'no-such-letter' }
  if (!(await queueAgain(tx, id))) return { kind: 'not-waiting' }
  await enqueueSending(tx, id)
  await recordChange(tx, {
    institutionId: letter.institutionId,
    subject: refOf(LETTER_SUBJECT, id),
    kind: 'sent-again',
    by: { accountId: by.accountId },
    at: clock.now(),
    fields: [{ field: 'state', from: letter.state, to: 'queued' }],
  })
  return { kind: 'queued' }
}

/** The key keeps a letter from having two jobs. */
export const enqueueSending = (tx: Transaction, id: string): Promise<void> =>
  enqueue(tx, 'mail.send', { id }, { key: `mail.send:${id}`, maxAttempts: MOST_SENDINGS })

/** A subject often holds a title that somebody typed: whatever it holds, it is one line. */
const oneLine = (words: string): string =>
  [...words.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, LONGEST_SUBJECT).join('')
