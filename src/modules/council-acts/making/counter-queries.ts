import type { Queryable, Transaction } from '#platform/db/database.ts'
import { counterOf } from '../act-rules.ts'

type Series = { institutionId: string; series: string; year: number }

/** The number that the next act of this row gets; shown before, and taken by nobody. */
export async function peekNumber(db: Queryable, { institutionId, series, year }: Series): Promise<number> {
  const [row] = await db<{ next: number }[]>`
    select counter.next from platform.counters as counter
    where counter.institution_id = ${institutionId} and counter.register = ${counterOf(series)} and counter.year = ${year}`
  return row?.next ?? 1
}

/** Takes it: whoever asks at the same moment waits until this deed stands or is undone, so that no number is left out. */
export async function takeNumber(tx: Transaction, { institutionId, series, year }: Series): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next)
    values (${institutionId}, ${counterOf(series)}, ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

/** After `taken` comes `taken + 1`: the numbers of an archive set the next one. It is never set back. */
export async function raiseCounter(
  tx: Transaction,
  { institutionId, series, year }: Series,
  taken: number,
): Promise<void> {
  await tx`
    insert into platform.counters (institution_id, register, year, next)
    values (${institutionId}, ${counterOf(series)}, ${year}, ${taken + 1})
    on conflict (institution_id, register, year) do update set next = greatest(counters.next, excluded.next)`
}
