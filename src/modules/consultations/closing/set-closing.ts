import type { CivilDate } from '#law/days.ts'
import type { Transaction } from '#platform/db/database.ts'
import { cancelDeadline } from '#platform/deadlines/end-deadline.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { clockOf, type ToBeClosed } from './closing-rules.ts'
import { reckonClosing } from './reckon-closing.ts'

/** `accountId`: the coordinator, for the board. */
export type ClosingOrder = ToBeClosed & { id: string; by: ChangedBy; accountId: string | null }

export type ClosingOutcome = { kind: 'set'; closesOn: CivilDate | null } | { kind: 'too-early'; least: CivilDate }

/** The closing day of a draft, as if it were published today: on no board yet, and computed again when it is public. */
export const planClosing = (tx: Transaction, services: Services, order: ClosingOrder): Promise<ClosingOutcome> =>
  setClosing(tx, services, order, true)

/**
 * From here on the clock runs. What people are told is stored as the day chosen: nothing that is announced later about
 * holidays makes it earlier.
 */
export const startClosing = (tx: Transaction, services: Services, order: ClosingOrder): Promise<ClosingOutcome> =>
  setClosing(tx, services, order, false)

async function setClosing(
  tx: Transaction,
  services: Services,
  order: ClosingOrder,
  planned: boolean,
): Promise<ClosingOutcome> {
  const { id, institutionId, by } = order
  const closing = await reckonClosing(tx, services, order)
  if (!closing) throw new Error(`There is no institution ${institutionId}`)
  if (closing.kind === 'rule' && closing.tooEarly) return { kind: 'too-early', least: closing.least }
  if (closing.kind === 'by-hand' && closing.closesOn === null) {
    await cancelDeadline(tx, services, { ...clockOf(id), by })
    return { kind: 'set', closesOn: null }
  }
  const started = await startDeadline(tx, services, {
    ...clockOf(id),
    institutionId,
    basis: closing.kind === 'rule' ? { rule: closing.ruleId } : { day: closing.closesOn ?? '' },
    startedOn: closing.startedOn,
    chosenOn: planned ? order.closesOn : closing.closesOn,
    planned,
    holder: { accountId: order.accountId, role: 'consultation-coordinator' },
    public: true,
    by,
  })
  if (started.kind === 'too-early') return started
  if (started.kind !== 'started')
    throw new Error(`The clock of consultation ${id} did not start: ${JSON.stringify(started)}`)
  return { kind: 'set', closesOn: started.deadline.dueOn }
}
