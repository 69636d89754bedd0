import type { Queryable, Transaction } from '#platform/db/database.ts'

/** Of its own row: however many deeds touch one consultation at once, none waits for another. */
export const insertWaiting = (tx: Transaction, consultationId: string) =>
  tx`insert into consultations.groups_waiting (consultation_id) values (${consultationId})`

/** The same, where the deed knows but the comment; nothing while it is not counted. */
export const insertWaitingOfComment = (tx: Transaction, commentId: string) => tx`
  insert into consultations.groups_waiting (consultation_id)
  select consultation_id from consultations.comments where id = ${commentId} and confirmed_at is not null`

/** Who waits, whoever waits longest first, and by which rows. */
export const listWaiting = (db: Queryable): Promise<{ consultationId: string; rows: string[] }[]> => db<
  { consultationId: string; rows: string[] }[]
>`
  select consultation_id, array_agg(id::text order by id) as rows from consultations.groups_waiting
  group by consultation_id order by min(id)`

export const endWaiting = (db: Queryable, rows: readonly string[]) =>
  db`delete from consultations.groups_waiting where id = any(${rows as string[]}::bigint[])`

/** Sets apart the numbers of our advisory locks for placing. The number itself means nothing. */
const PLACING_LOCKS = 5_880_629

/** Of two workers one places the comments of a consultation. Until the end of the transaction; false: another one is at it. */
export const holdPlacing = async (tx: Transaction, consultationId: string): Promise<boolean> => {
  const [row] = await tx<{ held: boolean }[]>`
    select pg_try_advisory_xact_lock(${PLACING_LOCKS}::int, hashtext(${consultationId}::text)) as held`
  return row?.held ?? false
}
