import type { Transaction } from '../db/database.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import { insertDeadlineEvent, lockDeadline, updateDeadline, type NewDeadlineEvent } from './deadline-queries.ts'
import { deadlineRecords } from './deadline-records.ts'
import type { Deadline, DeadlineState } from './deadline-rules.ts'
import { mayDo, type DeadlineDeed } from './deadline-state-rules.ts'

/** Which clock of which record, and who does something to it. */
export type DeadlineAt = { subject: string; slot: string; by: ChangedBy }

export type NotPossible =
  | { kind: 'no-such-deadline' }
  /** From the state that it is in, this leads nowhere. */
  | { kind: 'not-possible'; state: DeadlineState }

export type DeedOutcome = { kind: 'done'; deadline: Deadline } | NotPossible

/** The deadline, held until the transaction ends, if the deed is possible from its state. */
export async function holdFor(
  tx: Transaction,
  { subject, slot }: Pick<DeadlineAt, 'subject' | 'slot'>,
  deed: DeadlineDeed,
): Promise<{ kind: 'held'; deadline: Deadline } | NotPossible> {
  const deadline = await lockDeadline(tx, subject, slot)
  if (!deadline) return { kind: 'no-such-deadline' }
  return mayDo(deadline.state, deed) ? { kind: 'held', deadline } : { kind: 'not-possible', state: deadline.state }
}

export type Written = { before: Deadline | null; after: Deadline; by: ChangedBy; event: NewDeadlineEvent }

/**
 * Writes the row, its event, a line of the history of its record and, of a public one, its entry in the ledger. Of a draft
 * nobody has heard yet: it has none of them.
 */
export async function writeDeadline(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  { before, after, by, event }: Written,
): Promise<Deadline> {
  const at = clock.now()
  const deadline = before ? await updateDeadline(tx, after, at) : after
  if (after.state === 'planned' || (before?.state === 'planned' && after.state === 'cancelled')) return deadline
  const days = daysOf(before, deadline, event)
  const byAccountId = typeof by === 'string' ? null : by.accountId
  await insertDeadlineEvent(tx, deadline, { ...days, ...event, byAccountId }, at)
  await recordChange(tx, {
    institutionId: deadline.institutionId,
    subject: deadline.subject,
    kind: `deadline-${event.kind}`,
    by,
    at,
    reason: event.ground ?? null,
    fields: days.fromDue === days.toDue ? [] : [{ field: 'dueOn', from: days.fromDue ?? null, to: days.toDue ?? null }],
  })
  if (deadline.public || before?.public)
    await appendToLedger(tx, { clock }, { kind: deadlineRecords, ids: [deadline.id] })
  return deadline
}

/** From which day to which. A day of a draft was never told. */
function daysOf(
  before: Deadline | null,
  after: Deadline,
  { kind }: NewDeadlineEvent,
): Pick<NewDeadlineEvent, 'fromDue' | 'toDue'> {
  if (kind === 'started' || before === null) return { fromDue: null, toDue: after.dueOn }
  return { fromDue: before.dueOn, toDue: after.dueOn }
}
