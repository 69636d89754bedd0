import type { Transaction } from '../db/database.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { LETTER_SUBJECT, withoutAddresses } from './letter-rules.ts'
import { pauseAfterBounce } from '../subscriptions/pause-after-bounce.ts'
import { lockLetterByMessageId, setBounced } from './mail-queries.ts'

const LONGEST_WHY = 500

/**
 * A letter of ours came back: the mail server had taken it, and could not deliver it after all. `messageId` as it stands
 * in the returned header, with or without its angle brackets. Staff then decide: once more, on paper, or not at all.
 */
export async function markBounced(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  messageId: string,
  why: string,
): Promise<{ kind: 'bounced'; id: string } | { kind: 'no-such-letter' } | { kind: 'known-already'; id: string }> {
  const letter = await lockLetterByMessageId(tx, `<${messageId.trim().replace(/^<|>$/g, '')}>`)
  if (!letter) return { kind: 'no-such-letter' }
  // What still waits to go out, or was settled by staff, is decided elsewhere; a late echo changes nothing.
  if (letter.state !== 'sent' && letter.state !== 'uncertain') return { kind: 'known-already', id: letter.id }
  const at = clock.now()
  const words = [...withoutAddresses(why).replace(/\s+/g, ' ').trim()].slice(0, LONGEST_WHY).join('')
  await setBounced(tx, letter.id, words, at)
  await pauseAfterBounce(tx, { clock }, letter.id)
  const { institutionId } = letter
  await recordChange(tx, {
    institutionId,
    subject: refOf(LETTER_SUBJECT, letter.id),
    kind: 'bounced',
    by: 'program',
    at,
    fields: [{ field: 'state', from: letter.state, to: 'bounced' }],
  })
  return { kind: 'bounced', id: letter.id }
}
