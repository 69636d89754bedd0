import { randomUUID } from 'node:crypto'
import type { CivilDate } from '#law/days.ts'
import type { Database } from '../db/database.ts'
import type { DeadlineOrder } from './deadline-order.ts'
import type { Deadline } from './deadline-rules.ts'

/** For tests: a record of its own that a clock can stand on. */
export const someRecord = (): string => `consultations.consultation:${randomUUID()}`

export type Event = {
  kind: string
  ground: string | null
  fromDue: CivilDate | null
  toDue: CivilDate | null
  ruleId: string | null
}

export const happened = (db: Database, subject: string): Promise<Event[]> =>
  db<Event[]>`
    select event.kind, event.ground, event.from_due, event.to_due, event.rule_id
    from platform.deadline_events as event join platform.deadlines as deadline on deadline.id = event.deadline_id
    where deadline.subject = ${subject} order by event.id`

/** The kinds of what the history of the record says. */
export async function historyOf(db: Database, subject: string): Promise<string[]> {
  const rows = await db<{ kind: string }[]>`select kind from platform.changes where subject = ${subject} order by id`
  return rows.map(({ kind }) => kind)
}

/** An order of a clock by the rule of the consultation notice: 20 working days. */
export const noticeOrder = (
  institutionId: string,
  subject: string,
  more: Partial<DeadlineOrder> = {},
): DeadlineOrder => ({
  institutionId,
  subject,
  slot: 'comments',
  basis: { rule: 'AL-CONS-NOTICE' },
  startedOn: '2026-11-23',
  public: true,
  by: 'program',
  ...more,
})

/** The deadline of a deed that must have been done. */
export function doneOf(outcome: { kind: string; deadline?: Deadline }): Deadline {
  if (!outcome.deadline) throw new Error(`Not done: ${JSON.stringify(outcome)}`)
  return outcome.deadline
}
