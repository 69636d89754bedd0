import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { one, type Queryable, type Transaction } from '../db/database.ts'
import type { Deadline } from './deadline-rules.ts'

/** The columns of a Deadline for a table or alias called `deadline`. For use inside the queries of other rooms. */
export const deadlineColumns = (db: Queryable) => db`
  deadline.id, deadline.institution_id, deadline.subject, deadline.slot, deadline.basis, deadline.rule_id,
  deadline.rule_version, deadline.term_id, deadline.n, deadline.unit, deadline.jurisdiction, deadline.started_on,
  deadline.started_at, deadline.chosen_on, deadline.pauses, deadline.paused_on, deadline.opens_on, deadline.work_by,
  deadline.due_on, deadline.due_at, deadline.estimated, deadline.state, deadline.ended_at, deadline.holder_id,
  deadline.role, deadline.body_id, deadline.public, deadline.version`

export const findDeadline = async (db: Queryable, subject: string, slot: string): Promise<Deadline | null> =>
  one(
    await db<Deadline[]>`
      select ${deadlineColumns(db)} from platform.deadlines as deadline
      where deadline.subject = ${subject} and deadline.slot = ${slot}`,
  )

/** All clocks of these records. */
export const findDeadlines = (db: Queryable, subjects: readonly string[]): Promise<Deadline[]> =>
  db<Deadline[]>`
    select ${deadlineColumns(db)} from platform.deadlines as deadline
    where deadline.subject = any(${[...subjects]}::text[]) order by deadline.subject, deadline.slot`

export const findDeadlineById = async (db: Queryable, id: string): Promise<Deadline | null> =>
  one(await db<Deadline[]>`select ${deadlineColumns(db)} from platform.deadlines as deadline where deadline.id = ${id}`)

/** Nobody else changes it until this transaction ends. */
export const lockDeadline = async (tx: Transaction, subject: string, slot: string): Promise<Deadline | null> =>
  one(
    await tx<Deadline[]>`
      select ${deadlineColumns(tx)} from platform.deadlines as deadline
      where deadline.subject = ${subject} and deadline.slot = ${slot} for update`,
  )

export type NewDeadline = Omit<Deadline, 'id' | 'version' | 'pauses' | 'pausedOn' | 'endedAt'>

/** Null: this clock of the record is there already. */
export async function insertDeadline(tx: Transaction, deadline: NewDeadline, at: Date): Promise<Deadline | null> {
  const { institutionId, subject, slot, basis, ruleId, ruleVersion, termId, n, unit, jurisdiction } = deadline
  return one(
    await tx<Deadline[]>`
      insert into platform.deadlines as deadline
        (institution_id, subject, slot, basis, rule_id, rule_version, term_id, n, unit, jurisdiction, started_on,
         started_at, chosen_on, opens_on, work_by, due_on, due_at, estimated, state, holder_id, role, body_id, public,
         created_at, changed_at)
      values (${institutionId}, ${subject}, ${slot}, ${basis}, ${ruleId}, ${ruleVersion}, ${termId}, ${n}, ${unit},
              ${jurisdiction}, ${deadline.startedOn}, ${deadline.startedAt}, ${deadline.chosenOn}, ${deadline.opensOn},
              ${deadline.workBy}, ${deadline.dueOn}, ${deadline.dueAt}, ${deadline.estimated}, ${deadline.state},
              ${deadline.holderId}, ${deadline.role}, ${deadline.bodyId}, ${deadline.public}, ${at}, ${at})
      on conflict (subject, slot) do nothing
      returning ${deadlineColumns(tx)}`,
  )
}

/** The whole row as it is to be. Later days make the reminders due again. */
export async function updateDeadline(tx: Transaction, deadline: Deadline, at: Date): Promise<Deadline> {
  const { id, basis, ruleId, ruleVersion, termId, n, unit, startedOn, startedAt, chosenOn, pauses, pausedOn } = deadline
  const row = one(
    await tx<Deadline[]>`
      update platform.deadlines as deadline
      set basis = ${basis}, rule_id = ${ruleId}, rule_version = ${ruleVersion}, term_id = ${termId}, n = ${n},
          unit = ${unit}, started_on = ${startedOn}, started_at = ${startedAt}, chosen_on = ${chosenOn},
          pauses = ${tx.json(pauses)}, paused_on = ${pausedOn}, opens_on = ${deadline.opensOn},
          work_by = ${deadline.workBy}, due_on = ${deadline.dueOn}, due_at = ${deadline.dueAt},
          estimated = ${deadline.estimated}, state = ${deadline.state}, ended_at = ${deadline.endedAt},
          holder_id = ${deadline.holderId}, role = ${deadline.role}, body_id = ${deadline.bodyId},
          public = ${deadline.public}, changed_at = ${at}, version = deadline.version + 1,
          reminded = case when ${deadline.dueOn}::date > deadline.due_on or ${deadline.workBy}::date > deadline.work_by
                          then '{}' else deadline.reminded end
      where deadline.id = ${id} and deadline.version = ${deadline.version}
      returning ${deadlineColumns(tx)}`,
  )
  if (!row) throw new Error('A deadline that was held has been changed by somebody else')
  return row
}

export type DeadlineHolder = { holderId: string | null; role: string | null; bodyId?: string | null }

/** Whose it is now. False: there is none, or it is over. */
export async function updateHolder(
  tx: Transaction,
  subject: string,
  slot: string,
  { holderId, role, bodyId }: DeadlineHolder,
): Promise<boolean> {
  const result = await tx`
    update platform.deadlines set holder_id = ${holderId}, role = ${role}, version = version + 1
      ${bodyId === undefined ? tx`` : tx`, body_id = ${bodyId}`}
    where subject = ${subject} and slot = ${slot} and state in ('planned', 'running', 'paused')`
  return result.count > 0
}

export const DEADLINE_EVENTS = [
  'started',
  'paused',
  'resumed',
  'extended',
  'chosen',
  'moved',
  'met',
  'lapsed',
  'cancelled',
  'reopened',
  'reminded',
] as const
export type DeadlineEventKind = (typeof DEADLINE_EVENTS)[number]

export type NewDeadlineEvent = {
  kind: DeadlineEventKind
  byAccountId?: string | null
  ground?: string | null
  ruleId?: string | null
  notice?: string | null
  fromDue?: CivilDate | null
  toDue?: CivilDate | null
}

export async function insertDeadlineEvent(
  tx: Transaction,
  { id, institutionId }: Pick<Deadline, 'id' | 'institutionId'>,
  event: NewDeadlineEvent,
  at: Date,
): Promise<void> {
  await tx`
    insert into platform.deadline_events
      (institution_id, deadline_id, kind, at, by_account_id, ground, rule_id, notice, from_due, to_due)
    values (${institutionId}, ${id}, ${event.kind}, ${at}, ${event.byAccountId ?? null}, ${event.ground ?? null},
            ${event.ruleId ?? null}, ${event.notice ?? null}, ${event.fromDue ?? null}, ${event.toDue ?? null})`
}

export type DeadlineEvent = {
  id: string
  kind: DeadlineEventKind
  at: Date
  byAccountId: string | null
  /** Its name; of what people from outside did, and the program, null. */
  by: string | null
  /** Why. Of a move the words in every language, read by `groundWords`. */
  ground: string | null
  ruleId: string | null
  notice: string | null
  fromDue: CivilDate | null
  toDue: CivilDate | null
}

/** What happened to it, from the beginning. */
export const eventsOf = (db: Queryable, deadlineId: string): Promise<DeadlineEvent[]> =>
  db<DeadlineEvent[]>`
    select event.id::text as id, event.kind, event.at, event.by_account_id, account.name as by, event.ground,
           event.rule_id, event.notice, event.from_due, event.to_due
    from platform.deadline_events as event
    left join platform.accounts as account on account.id = event.by_account_id
    where event.deadline_id = ${deadlineId} order by event.id limit 500`

/** By which rules it has been extended already. */
export async function extensionsOf(db: Queryable, deadlineId: string): Promise<string[]> {
  const rows = await db<{ ruleId: string }[]>`
    select rule_id from platform.deadline_events
    where deadline_id = ${deadlineId} and kind = 'extended' and rule_id is not null`
  return rows.map(({ ruleId }) => ruleId)
}

export type House = { id: string; jurisdiction: Jurisdiction; zone: string }

export const findHouse = async (db: Queryable, institutionId: string): Promise<House | null> =>
  one(await db<House[]>`select id, jurisdiction, zone from platform.institutions where id = ${institutionId}`)

/**
 * The same, and until this transaction ends nobody begins to recompute the country's deadlines: what it writes was
 * either computed with the newest calendar or is seen by who recomputes.
 */
export const holdHouse = async (tx: Transaction, institutionId: string): Promise<House | null> =>
  one(
    await tx<House[]>`
      select id, jurisdiction, zone,
             pg_advisory_xact_lock_shared(hashtext('platform.deadlines.' || jurisdiction)) is null as held
      from platform.institutions where id = ${institutionId}`,
  )
