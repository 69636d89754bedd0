import type { Queryable, Transaction } from '#platform/db/database.ts'

export async function countUnconfirmed(db: Queryable, sentBefore: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from consultations.comments where state = 'sent' and sent_at < ${sentBefore}`
  return row?.count ?? 0
}

/** Comments never confirmed and sent before a moment, with all that belongs to them; the contact too if nothing else does. */
export async function eraseUnconfirmed(tx: Transaction, sentBefore: Date): Promise<number> {
  const gone = await tx<{ id: string; contactId: string | null }[]>`
    select id, contact_id from consultations.comments
    where state = 'sent' and sent_at < ${sentBefore} order by id limit 500 for update skip locked`
  const ids = gone.map((row) => row.id)
  const contacts = gone.flatMap((row) => row.contactId ?? [])
  await tx`delete from platform.documents where subject = any(${ids.map((id) => `consultations.comment:${id}`)}::text[])`
  await tx`delete from consultations.comment_events where comment_id = any(${ids}::uuid[])`
  await tx`delete from consultations.comment_versions where comment_id = any(${ids}::uuid[])`
  await tx`delete from consultations.comments where id = any(${ids}::uuid[])`
  await tx`
    delete from platform.consents where contact_id = any(${contacts}::uuid[])
      and subject = any(${ids.map((id) => `consultations.comment:${id}`)}::text[])`
  await tx`
    delete from platform.contacts as contact
    where contact.confirmed_at is null
      and contact.id in (select unused.id from platform.unused_among(${contacts}::uuid[]) as unused (id))`
  return ids.length
}
