import type { Queryable, Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Pace } from './follow-rules.ts'

/** How many digests the minute still has room for. Whoever asks holds the others back until they have queued theirs. */
export async function roomInMinute(tx: Transaction, minute: Date, perMinute: number): Promise<number> {
  const [row] = await tx<{ room: number }[]>`
    update platform.digest_pace
    set minute = ${minute}, spent = case when minute = ${minute} then spent else 0 end
    returning greatest(0, ${perMinute}::int - spent) as room`
  return row?.room ?? 0
}

export async function spendInMinute(tx: Transaction, count: number): Promise<void> {
  await tx`update platform.digest_pace set spent = spent + ${count}`
}

export type DueFollower = { contactId: string; email: string; lang: Lang; linkEpoch: number }

/** Of which letter: `loud` is brought on by what is not quiet alone, and takes the quiet along. */
export type DigestOrder = { paces: readonly Pace[]; loud: boolean; upTo: number; limit: number }

/**
 * Some of those who have something to be written, with their row held: whoever leaves or changes the pace waits a moment,
 * and is written before or after, never in between.
 */
export function takeDueFollowers(tx: Transaction, order: DigestOrder): Promise<DueFollower[]> {
  const { paces, loud, upTo, limit } = order
  return tx<DueFollower[]>`
    with fresh as materialized (
      select selection_id, max(round) as round from platform.selection_happenings
      where round <= ${upTo} ${loud ? tx`and not quiet` : tx``} group by selection_id),
    due as (
      select follow.contact_id from fresh
      join platform.follows as follow
        on follow.selection_id = fresh.selection_id and follow.pace = any(${paces as Pace[]}::text[])
           and follow.written_round < fresh.round and follow.confirmed_at is not null and follow.ended_at is null
      join platform.followers as follower on follower.contact_id = follow.contact_id and follower.paused_at is null
      limit ${limit})
    select follower.contact_id, contact.email, follower.lang, follower.link_epoch
    from platform.followers as follower join platform.contacts as contact on contact.id = follower.contact_id
    where follower.contact_id in (select contact_id from due) and follower.paused_at is null
    order by follower.contact_id for update of follower`
}

export type DueHappening = { contactId: string; followId: string; happeningId: string }

/** What is to be written to these followers, by the following that brings it. */
export function listDueHappenings(
  tx: Transaction,
  contactIds: readonly string[],
  { paces, upTo }: Pick<DigestOrder, 'paces' | 'upTo'>,
): Promise<DueHappening[]> {
  return tx<DueHappening[]>`
    select follow.contact_id, follow.id as follow_id, matched.happening_id
    from platform.follows as follow
    join platform.selection_happenings as matched
      on matched.selection_id = follow.selection_id and matched.round > follow.written_round and matched.round <= ${upTo}
    join platform.happenings as happening
      on happening.id = matched.happening_id and happening.happened_at >= follow.confirmed_at
    where follow.contact_id = any(${contactIds as string[]}::uuid[]) and follow.pace = any(${paces as Pace[]}::text[])
      and follow.confirmed_at is not null and follow.ended_at is null`
}

/** From here on they have been written up to this round. */
export async function markWritten(
  tx: Transaction,
  contactIds: readonly string[],
  { paces, upTo }: Pick<DigestOrder, 'paces' | 'upTo'>,
): Promise<void> {
  await tx`
    update platform.follows set written_round = ${upTo}
    where contact_id = any(${contactIds as string[]}::uuid[]) and pace = any(${paces as Pace[]}::text[])
      and confirmed_at is not null and ended_at is null and written_round < ${upTo}`
}

export async function isRunEnded(db: Queryable, pace: 'daily' | 'weekly', cut: Date): Promise<boolean> {
  const rows = await db`select from platform.digest_runs where pace = ${pace} and cut = ${cut}`
  return rows.length > 0
}

export async function endRun(tx: Transaction, pace: 'daily' | 'weekly', cut: Date, at: Date): Promise<void> {
  await tx`
    insert into platform.digest_runs (pace, cut, ended_at) values (${pace}, ${cut}, ${at}) on conflict do nothing`
}

/** By whose clock the letters of the day go out: of the institutions that people can follow, the first. */
export async function findZone(db: Queryable): Promise<string> {
  const [row] = await db<{ zone: string }[]>`select zone from platform.institutions order by id limit 1`
  return row?.zone ?? 'Europe/Tirane'
}
