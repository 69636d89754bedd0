import type { Transaction } from '#platform/db/database.ts'

/** Until when an act holds, and from when it is stopped, by all that was said of it; and as the act keeps it. */

/** The first day on which it holds no more, by what other acts do to it; null: none ends it. */
export async function findEndByActs(tx: Transaction, targetId: string): Promise<string | null> {
  const [row] = await tx<{ day: string | null }[]>`
    select min(effect.effective_on) as day
    from council_acts.effects as effect left join council_acts.acts as source on source.id = effect.source_id
    where effect.target_id = ${targetId} and effect.state = 'standing' and effect.kind in ('repeals', 'replaces')
      and (source.id is null or source.state = 'announced')`
  return row?.day ?? null
}

/** The same, or by the word that annulled it, if that comes first: no later repeal brings back what was annulled. */
export async function findEnd(tx: Transaction, targetId: string): Promise<string | null> {
  const [row] = await tx<{ day: string | null }[]>`
    select min(verdict.effective_on) as day from council_acts.verdicts as verdict
    where verdict.act_id = ${targetId} and verdict.kind = 'annulled'
      and not exists (select from council_acts.verdicts as later where later.replaces_id = verdict.id)`
  return earlier(row?.day ?? null, await findEndByActs(tx, targetId))
}

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one

/**
 * From when it is stopped: by an act that suspends it and after whose day it was not resumed, or by what the office entered
 * last; null: by nothing.
 */
export async function findStop(tx: Transaction, targetId: string): Promise<string | null> {
  const [row] = await tx<{ day: string | null }[]>`
    select least(
      (select min(effect.effective_on)
       from council_acts.effects as effect left join council_acts.acts as source on source.id = effect.source_id
       where effect.target_id = ${targetId} and effect.state = 'standing' and effect.kind = 'suspends'
         and (source.id is null or source.state = 'announced')
         and not exists (select from council_acts.act_events as event
                         where event.act_id = ${targetId} and event.kind = 'resumed'
                           and event.happened_on >= effect.effective_on)),
      (select case when event.kind = 'suspended' then event.happened_on end
       from council_acts.act_events as event
       where event.act_id = ${targetId} and event.kind in ('suspended', 'resumed') and event.by_act_id is null
       order by event.id desc limit 1)) as day`
  return row?.day ?? null
}

/** A day before the act came into force says that it never held. */
export async function setForceTo(tx: Transaction, id: string, day: string | null): Promise<void> {
  await tx`
    update council_acts.acts set in_force_to = case when ${day}::date is null then null else greatest(${day}::date, in_force_from) end
    where id = ${id}`
}

export async function setSuspended(tx: Transaction, id: string, day: string | null): Promise<void> {
  await tx`update council_acts.acts set suspended_from = ${day} where id = ${id}`
}
