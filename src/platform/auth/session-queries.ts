import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { RoleGrant } from './visitor.ts'

/** Whose session it is: never both. */
export type Owner = { accountId: string } | { contactId: string }

/** Moments that decide whether a session still holds. */
export type Limits = { now: Date; staffSeenAfter: Date; demo: boolean }

const isOf = (db: Queryable, owner: Owner) =>
  'accountId' in owner ? db`session.account_id = ${owner.accountId}` : db`session.contact_id = ${owner.contactId}`

const isOpen = (db: Queryable, limits: Limits) => db`
  session.ended_at is null and session.expires_at > ${limits.now}
  and (session.account_id is null or session.last_seen_at > ${limits.staffSeenAfter})`

export type SessionRow = {
  id: string
  level: 1 | 2
  lastSeenAt: Date
  accountId: string | null
  contactId: string | null
  name: string | null
  email: string
  roles: RoleGrant[]
}

/**
 * Session, person and the roles of this very moment in one query, asked on every request of somebody signed in.
 * A role within one body is left out: it must not widen into a role in the institution.
 */
export async function findOpenSession(db: Queryable, digest: Buffer, limits: Limits): Promise<SessionRow | null> {
  return one(
    await db<SessionRow[]>`
      select session.id, session.level, session.last_seen_at, session.account_id, session.contact_id,
        account.name, coalesce(account.email, contact.email) as email,
        coalesce((
          select json_agg(json_build_object('role', role.role, 'institutionId', role.institution_id)
                          order by role.role, role.institution_id)
          from platform.roles as role
          where role.account_id = session.account_id and role.body_id is null and role.valid_from <= ${limits.now}
            and (role.valid_to is null or role.valid_to > ${limits.now})
        ), '[]') as roles
      from platform.sessions as session
      left join platform.accounts as account on account.id = session.account_id
      left join platform.contacts as contact on contact.id = session.contact_id
      where session.token_digest = ${digest} and ${isOpen(db, limits)}
        and (account.id is null or (account.ended_at is null and (${limits.demo} or not account.demonstration)))`,
  )
}

export type NewSession = {
  owner: Owner
  level: 1 | 2
  digest: Buffer
  agent: string
  now: Date
  expiresAt: Date
}

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  const { owner } = session
  await tx`
    insert into platform.sessions
      (token_digest, account_id, contact_id, level, agent, created_at, last_seen_at, expires_at)
    values (${session.digest}, ${'accountId' in owner ? owner.accountId : null},
            ${'contactId' in owner ? owner.contactId : null}, ${session.level}, ${session.agent},
            ${session.now}, ${session.now}, ${session.expiresAt})`
}

/** The condition is in the statement: of many requests in the same minute one writes. */
export async function setLastSeen(db: Queryable, id: string, now: Date, before: Date): Promise<void> {
  await db`update platform.sessions set last_seen_at = ${now} where id = ${id} and last_seen_at <= ${before}`
}

/** Level 2 under a new token; the old token is worth nothing from then on. Null when the session is no longer open. */
export async function raiseLevel(
  tx: Transaction,
  id: string,
  digest: Buffer,
  now: Date,
): Promise<{ expiresAt: Date } | null> {
  return one(
    await tx<{ expiresAt: Date }[]>`
      update platform.sessions set level = 2, token_digest = ${digest}, last_seen_at = ${now}
      where id = ${id} and level = 1 and account_id is not null and ended_at is null and expires_at > ${now}
      returning expires_at`,
  )
}

/** An ended session expires as well, so that one index finds all that may be forgotten. */
const ending = (db: Queryable, now: Date) => db`ended_at = ${now}, expires_at = least(session.expires_at, ${now})`

export async function closeSession(tx: Transaction, owner: Owner, id: string, now: Date): Promise<boolean> {
  const closed = await tx`
    update platform.sessions as session set ${ending(tx, now)}
    where session.id = ${id} and ${isOf(tx, owner)} and session.ended_at is null`
  return closed.count === 1
}

/** How many were closed. `except` null: all of them. */
export async function closeSessions(tx: Transaction, owner: Owner, except: string | null, now: Date): Promise<number> {
  const closed = await tx`
    update platform.sessions as session set ${ending(tx, now)}
    where ${isOf(tx, owner)} and session.ended_at is null and session.expires_at > ${now}
      and session.id is distinct from ${except}`
  return closed.count
}

export type OpenSession = { id: string; level: 1 | 2; agent: string; createdAt: Date; lastSeenAt: Date }

export function listOpenSessions(db: Queryable, owner: Owner, limits: Limits): Promise<OpenSession[]> {
  return db<OpenSession[]>`
    select session.id, session.level, session.agent, session.created_at, session.last_seen_at
    from platform.sessions as session
    where ${isOf(db, owner)} and ${isOpen(db, limits)}
    order by session.last_seen_at desc, session.id
    limit 50`
}

export async function deleteSessionsExpiredBefore(db: Queryable, moment: Date): Promise<number> {
  return (await db`delete from platform.sessions where expires_at < ${moment}`).count
}
