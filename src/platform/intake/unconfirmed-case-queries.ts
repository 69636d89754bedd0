import type { Transaction } from '../db/database.ts'

/** Web letters never confirmed and sent before a moment, with all that belongs to them. Gives how many. */
export async function eraseUnconfirmedCases(tx: Transaction, sentBefore: Date): Promise<number> {
  const gone = await tx<{ id: string }[]>`
    select id from platform.cases
    where state = 'sent' and entered_at < ${sentBefore} order by id limit 500 for update skip locked`
  const ids = gone.map((row) => row.id)
  await tx`delete from platform.documents where subject = any(${ids.map((id) => `intake.case:${id}`)}::text[])`
  await tx`delete from platform.case_letters where case_id = any(${ids}::uuid[])`
  await tx`delete from platform.case_points where case_id = any(${ids}::uuid[])`
  await tx`delete from platform.case_senders where case_id = any(${ids}::uuid[])`
  await tx`delete from platform.cases where id = any(${ids}::uuid[])`
  return ids.length
}
