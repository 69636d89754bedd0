import type { Database, Queryable } from '../db/database.ts'

export type Forgotten = 'unconfirmed' | 'ended' | 'bounced'

const due = (db: Queryable, what: Forgotten, before: Date) => {
  switch (what) {
    case 'unconfirmed':
      return db`follow.confirmed_at is null and follow.ended_at is null and follow.asked_at < ${before}`
    case 'ended':
      return db`follow.ended_at < ${before}`
    case 'bounced':
      return db`follow.contact_id in (
        select follower.contact_id from platform.followers as follower
        where follower.paused_because = 'bounced' and follower.paused_at < ${before})`
  }
}

export async function countForgettable(db: Queryable, what: Forgotten, before: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.follows as follow where ${due(db, what, before)}`
  return row?.count ?? 0
}

/** With the follower, the address and the selection that nothing else needs any more. Gives how many. */
export async function forgetFollows(db: Database, what: Forgotten, before: Date): Promise<number> {
  return db.begin(async (tx) => {
    // As every deed does: the followers first. Whoever confirms at this moment is waited for, and then not due any more.
    const held = await tx<{ contactId: string }[]>`
      select follower.contact_id from platform.followers as follower
      where follower.contact_id in (
        select follow.contact_id from platform.follows as follow where ${due(tx, what, before)} limit 5000)
      order by follower.contact_id for update of follower`
    const contacts = held.map(({ contactId }) => contactId)
    const gone = await tx<{ selectionId: string }[]>`
      delete from platform.follows as follow
      where follow.contact_id = any(${contacts}::uuid[]) and ${due(tx, what, before)} returning follow.selection_id`
    await tx`
      delete from platform.followers as follower
      where follower.contact_id = any(${contacts}::uuid[])
        and not exists (select from platform.follows as follow where follow.contact_id = follower.contact_id)`
    await tx`
      delete from platform.contacts as contact
      where contact.confirmed_at is null
        and contact.id in (select unused.id from platform.unused_among(${contacts}::uuid[]) as unused (id))`
    await tx`
      delete from platform.selections as selection
      where selection.id = any(${gone.map(({ selectionId }) => selectionId)}::uuid[])
        and not exists (select from platform.follows as follow where follow.selection_id = selection.id)`
    return gone.length
  })
}
