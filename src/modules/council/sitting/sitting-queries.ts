import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { MajoritySetting } from './majority-rules.ts'
import type { SittingEvent, SittingSetup } from './sitting-event-rules.ts'

export type EventState = 'applied' | 'set-aside' | 'entered' | 'dropped'

export type EventRow = {
  eventId: string
  ordinal: number
  kind: string
  body: Record<string, unknown>
  happenedAt: Date
  enteredAt: Date
  by: string | null
  pen: number | null
  state: EventState
  refusal: string | null
  settledReason: string | null
  closed: boolean
  itemId: string | null
}

/** The whole record of a meeting, in order, with what was set aside. */
export const listEvents = (db: Queryable, meetingId: string): Promise<EventRow[]> =>
  db<EventRow[]>`
    select event.event_id, event.ordinal, event.kind, event.body, event.happened_at, event.entered_at, account.name as by,
           event.pen, event.state, event.refusal, event.settled_reason, event.closed, event.item_id
    from council.sitting_events as event left join platform.accounts as account on account.id = event.by_account_id
    where event.meeting_id = ${meetingId} order by event.ordinal`

/** Those of these events that came before, to whatever meeting. */
export const listKnownEvents = (
  db: Queryable,
  ids: readonly string[],
): Promise<{ eventId: string; state: EventState; refusal: string | null }[]> =>
  db<{ eventId: string; state: EventState; refusal: string | null }[]>`
    select event_id, state, refusal from council.sitting_events where event_id = any(${ids as string[]}::uuid[])`

/** Those that belong to something else already, or, of bodies, to no body of this institution. */
export const listStrangers = (
  db: Queryable,
  { meetingId, institutionId }: { meetingId: string; institutionId: string },
  { fresh, bodies }: { fresh: readonly string[]; bodies: readonly string[] },
): Promise<{ id: string }[]> =>
  db<{ id: string }[]>`
    select vote.id from council.votes as vote
    where vote.id = any(${fresh as string[]}::uuid[]) and vote.meeting_id <> ${meetingId}
    union all
    select motion.id from council.motions as motion
    where motion.id = any(${fresh as string[]}::uuid[]) and motion.meeting_id <> ${meetingId}
    union all
    select speech.id from council.speeches as speech
    where speech.id = any(${fresh as string[]}::uuid[]) and speech.meeting_id <> ${meetingId}
    union all
    select item.id from council.agenda_items as item
    where item.id = any(${fresh as string[]}::uuid[]) and (item.meeting_id <> ${meetingId} or item.origin <> 'on-the-day')
    union all
    select named.id from unnest(${bodies as string[]}::uuid[]) as named (id)
    where not exists (
      select from platform.bodies as body where body.id = named.id and body.institution_id = ${institutionId})`

export type NewEvent = {
  event: SittingEvent
  ordinal: number
  state: 'applied' | 'set-aside'
  refusal: string | null
  closed: boolean
  itemId: string | null
}

type Frame = { institutionId: string; meetingId: string; at: Date; by: string | null; pen: number | null }

export async function insertEvents(tx: Transaction, frame: Frame, rows: readonly NewEvent[]): Promise<void> {
  const values = rows.map(({ event, ordinal, state, refusal, closed, itemId }) => ({
    event_id: event.id,
    ordinal,
    kind: event.kind,
    body: event.body,
    happened_at: event.at,
    state,
    refusal,
    closed,
    item_id: itemId,
  }))
  await tx`
    insert into council.sitting_events
      (institution_id, meeting_id, event_id, ordinal, kind, body, happened_at, entered_at, by_account_id, pen, state,
       refusal, closed, item_id)
    select ${frame.institutionId}, ${frame.meetingId}, one.event_id, one.ordinal, one.kind, one.body, one.happened_at,
           ${frame.at}, ${frame.by}, ${frame.pen}, one.state, one.refusal, one.closed, one.item_id
    from jsonb_to_recordset(${tx.json(values)}) as one
      (event_id uuid, ordinal int, kind text, body jsonb, happened_at timestamptz, state text, refusal text, closed boolean,
       item_id uuid)
    order by one.ordinal`
}

/** What turned out to have been said behind closed doors. Never the other way. */
export async function hideEvents(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx`
    update council.sitting_events set closed = true where event_id = any(${ids as string[]}::uuid[]) and not closed`
}

export async function settleEventRow(
  tx: Transaction,
  id: string,
  row: { state: 'entered' | 'dropped'; reason: string | null; at: Date; by: string | null },
): Promise<void> {
  await tx`
    update council.sitting_events
    set state = ${row.state}, settled_at = ${row.at}, settled_by = ${row.by}, settled_reason = ${row.reason}
    where event_id = ${id} and state = 'set-aside'`
}

export const findSetup = async (db: Queryable, meetingId: string): Promise<SittingSetup | null> =>
  one(await db<{ setup: SittingSetup }[]>`select setup from council.sittings where meeting_id = ${meetingId}`)?.setup ??
  null

export async function insertSetup(
  tx: Transaction,
  row: { meetingId: string; institutionId: string; setup: SittingSetup; at: Date },
): Promise<void> {
  await tx`
    insert into council.sittings (meeting_id, institution_id, setup, begun_at)
    values (${row.meetingId}, ${row.institutionId}, ${tx.json(row.setup)}, ${row.at})
    on conflict (meeting_id) do nothing`
}

/** Conflicts that were declared before the meeting opened. */
export const listConflictsBefore = (db: Queryable, meetingId: string): Promise<{ item: string; person: string }[]> =>
  db<{ item: string; person: string }[]>`
    select item_id as item, person_id as person from council.conflicts
    where meeting_id = ${meetingId} and lifted_at is null and how <> 'meeting' order by declared_at, id`

export type Pen = { number: number; accountId: string; name: string; device: string; takenAt: Date; seenAt: Date }

export const findPen = async (db: Queryable, meetingId: string): Promise<Pen | null> =>
  one(
    await db<Pen[]>`
      select pen.number, pen.account_id, account.name, pen.device, pen.taken_at, pen.seen_at
      from council.pens as pen join platform.accounts as account on account.id = pen.account_id
      where pen.meeting_id = ${meetingId}`,
  )

export async function writePen(
  tx: Transaction,
  row: { meetingId: string; institutionId: string; accountId: string; device: string; at: Date },
): Promise<void> {
  await tx`
    insert into council.pens (meeting_id, institution_id, number, account_id, device, taken_at, seen_at)
    values (${row.meetingId}, ${row.institutionId}, 1, ${row.accountId}, ${row.device}, ${row.at}, ${row.at})
    on conflict (meeting_id) do update
    set number = pens.number + 1, account_id = excluded.account_id, device = excluded.device,
        taken_at = excluded.taken_at, seen_at = excluded.seen_at`
}

export async function seePen(tx: Transaction, meetingId: string, at: Date): Promise<void> {
  await tx`update council.pens set seen_at = ${at} where meeting_id = ${meetingId}`
}

/** Told when the transaction stands. */
export async function notifySitting(tx: Transaction, meetingId: string): Promise<void> {
  await tx`select pg_notify('council_sitting', ${meetingId}::text)`
}

export const listMajoritySettings = (db: Queryable, institutionId: string): Promise<MajoritySetting[]> =>
  db<MajoritySetting[]>`
    select act_kind, majority_of as "of", numerator, denominator, strict, basis
    from council.majority_settings where institution_id = ${institutionId} order by act_kind`

/** The version that stood; null: it was not set. Locked until the transaction ends. */
export const lockMajoritySetting = async (
  tx: Transaction,
  institutionId: string,
  actKind: string,
): Promise<(MajoritySetting & { version: number }) | null> =>
  one(
    await tx<(MajoritySetting & { version: number })[]>`
      select act_kind, majority_of as "of", numerator, denominator, strict, basis, version
      from council.majority_settings where institution_id = ${institutionId} and act_kind = ${actKind} for update`,
  )

export async function writeMajoritySetting(
  tx: Transaction,
  institutionId: string,
  row: MajoritySetting & { at: Date; by: string },
): Promise<void> {
  await tx`
    insert into council.majority_settings
      (institution_id, act_kind, majority_of, numerator, denominator, strict, basis, set_at, set_by)
    values (${institutionId}, ${row.actKind}, ${row.of}, ${row.numerator}, ${row.denominator}, ${row.strict}, ${row.basis},
            ${row.at}, ${row.by})
    on conflict (institution_id, act_kind) do update
    set majority_of = excluded.majority_of, numerator = excluded.numerator, denominator = excluded.denominator,
        strict = excluded.strict, basis = excluded.basis, version = majority_settings.version + 1,
        set_at = excluded.set_at, set_by = excluded.set_by`
}

export type SettingVersion = { actKind: string; version: number; setAt: Date; by: string | null }

/** Who set which majority, and when. */
export const listSettingVersions = (db: Queryable, institutionId: string): Promise<SettingVersion[]> =>
  db<SettingVersion[]>`
    select setting.act_kind, setting.version, setting.set_at, account.name as by
    from council.majority_settings as setting left join platform.accounts as account on account.id = setting.set_by
    where setting.institution_id = ${institutionId} order by setting.act_kind`
