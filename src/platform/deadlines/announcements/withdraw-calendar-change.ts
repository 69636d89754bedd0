import { recordChange } from '../../history/record-change.ts'
import { changedBy, mayActEverywhere, type Hand } from '../../institutions/hand.ts'
import { appendToLedger } from '../../ledger/append-to-ledger.ts'
import type { Services } from '../../services.ts'
import { askRecompute } from '../recomputing/ask-recompute.ts'
import { namesOfChange, runOfWithdrawal } from './calendar-change-rules.ts'
import { findEnteredChange, lockCalendar, setChangeWithdrawn } from './calendar-queries.ts'
import { calendarChangeRecords } from './calendar-records.ts'
import { withdrawnCause } from '../recomputing/cause-texts.ts'
import { termPermissions } from '../terms/term-rights-rules.ts'

export type WithdrawOutcome =
  { kind: 'withdrawn' } | { kind: 'withdrawn-already' } | { kind: 'no-such-change' } | { kind: 'not-permitted' }

/** It was entered by mistake, or the government took it back. That it stood there stays on record. */
export async function withdrawCalendarChange(
  services: Services,
  hand: Hand,
  id: string,
  reason: string,
): Promise<WithdrawOutcome> {
  if (!mayActEverywhere(hand, termPermissions['calendar.write'])) return { kind: 'not-permitted' }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<WithdrawOutcome> => {
    const entry = await findEnteredChange(tx, id)
    if (!entry) return { kind: 'no-such-change' }
    const { jurisdiction, change } = entry
    await lockCalendar(tx, jurisdiction)
    const accountId = typeof hand === 'string' ? null : hand.accountId
    if (!(await setChangeWithdrawn(tx, id, { accountId, at: now }))) return { kind: 'withdrawn-already' }
    const names = namesOfChange(jurisdiction, change)
    await askRecompute(tx, { jurisdiction }, withdrawnCause(change, names), runOfWithdrawal(id))
    await recordChange(tx, {
      institutionId: null,
      subject: `deadlines.calendar:${id}`,
      kind: 'calendar-change-withdrawn',
      by: changedBy(hand),
      at: now,
      reason,
      fields: [{ field: 'feast', from: names.sq, to: null }],
    })
    await appendToLedger(tx, services, { kind: calendarChangeRecords, ids: [id], ended: { why: 'withdrawn' } })
    return { kind: 'withdrawn' }
  })
}
