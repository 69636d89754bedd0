import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import type { Transaction } from '../db/database.ts'
import { LETTER_SUBJECT, waitsForStaff, type SettledAs } from './letter-rules.ts'
import { lockLetter, setSettled } from './mail-queries.ts'

export type SettleOutcome = { kind: 'settled' } | { kind: 'no-such-letter' } | { kind: 'not-waiting' }

/**
 * A letter that failed, came back or is uncertain waits for nobody any more: the person was reached otherwise, or need
 * not be. `by` null: nobody decided, and its term is over. Whether this official may is asked before.
 */
export async function settleLetter(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  id: string,
  as: SettledAs,
  by: Official | null,
): Promise<SettleOutcome> {
  const letter = await lockLetter(tx, id)
  if (!letter) return { kind: 'no-such-letter' }
  if (!waitsForStaff(letter.state)) return { kind: 'not-waiting' }
  const at = clock.now()
  await setSettled(tx, id, as, by?.accountId ?? null, at)
  await recordChange(tx, {
    institutionId: letter.institutionId,
    subject: refOf(LETTER_SUBJECT, id),
    kind: 'settled',
    by: by ? { accountId: by.accountId } : 'program',
    at,
    fields: [
      { field: 'state', from: letter.state, to: 'settled' },
      { field: 'settled-as', from: null, to: as },
    ],
  })
  return { kind: 'settled' }
}
