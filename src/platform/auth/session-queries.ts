import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Assurance, FirstMeans, SecondMeans } from './means-rules.ts'
import type { BodyRole, RoleGrant } from './visitor.ts'

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
  bodyRoles: BodyRole[]
}

/**
 * Roles held at this moment: one's own, and those of people who are away and named this one in their stead. What somebody
 * holds in another's stead is not handed on further.
 */
const heldRoles = (db: Queryable, now: Date) => db`
  select role.role, role.institution_id, role.body_id, null::uuid as absent_id, null::text as absent_name
  from platform.roles as role
  where role.account_id = session.account_id and role.valid_from <= ${now}
    and (role.valid_to is null or role.valid_to > ${now})
  union all
  select role.role, role.institution_id, role.body_id, absent.id, absent.name
  from platform.substitutions as substitution
  join platform.accounts as absent on absent.id = substitution.absent_account_id
    and absent.ended_at is null and absent.invited_until is null
  join platform.roles as role on role.account_id = absent.id and role.institution_id = substitution.institution_id
    and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now})
  where substitution.substitute_account_id = session.account_id and substitution.valid_from <= ${now}
    and substitution.valid_to > ${now}`

/**
 * Session, person and the roles of this very moment in one query, asked on every request of somebody signed in.
 * A role within one body stands apart: it must not widen into a role in the institution. Whoever did not come in the time
 * of their invitation has none.
 */
export async function findOpenSession(db: Queryable, digest: Buffer, limits: Limits): Promise<SessionRow | null> {
  return one(
    await db<SessionRow[]>`
      select session.id, session.level, session.last_seen_at, session.account_id, session.contact_id,
        account.name, coalesce(account.email, contact.email) as email,
        coalesce(granted.roles, '[]') as roles, coalesce(granted.body_roles, '[]') as body_roles
      from platform.sessions as session
      left join platform.accounts as account on account.id = session.account_id
      left join platform.contacts as contact on contact.id = session.contact_id
      left join lateral (
        select json_agg(held.words order by held.role, held.institution_id) filter (where held.body_id is null) as roles,
          json_agg(held.words || jsonb_build_object('bodyId', held.body_id) order by held.role, held.body_id)
            filter (where held.body_id is not null) as body_roles
        from (
          select role, institution_id, body_id,
            jsonb_build_object('role', role, 'institutionId', institution_id) || case when absent_id is null then '{}'
              else jsonb_build_object('insteadOf', jsonb_build_object('accountId', absent_id, 'name', absent_name))
              end as words
          from (${heldRoles(db, limits.now)}) as one
        ) as held
      ) as granted on account.invited_until is null or account.invited_until > ${limits.now}
      where session.token_digest = ${digest} and ${isOpen(db, limits)}
        and (account.id is null or (account.ended_at is null and (${limits.demo} or not account.demonstration)))`,
  )
}

export type NewSession = {
  owner: Owner
  level: 1 | 2
  digest: Buffer
  agent: string
  means: FirstMeans
  /** Whose word it was, and how sure they are. */
  identity: { providerId: string; assurance: Assurance } | null
  now: Date
  expiresAt: Date
}

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  const { owner, identity } = session
  await tx`
    insert into platform.sessions
      (token_digest, account_id, contact_id, level, agent, means, provider_id, assurance, proved_at, created_at,
       last_seen_at, expires_at)
    values (${session.digest}, ${'accountId' in owner ? owner.accountId : null},
            ${'contactId' in owner ? owner.contactId : null}, ${session.level}, ${session.agent},
            ${session.means}, ${identity?.providerId ?? null}, ${identity?.assurance ?? null},
            ${session.level === 2 ? session.now : null}, ${session.now}, ${session.now},
            ${session.expiresAt})`
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
  means: SecondMeans,
  now: Date,
): Promise<{ expiresAt: Date } | null> {
  return one(
    await tx<{ expiresAt: Date }[]>`
      update platform.sessions set level = 2, token_digest = ${digest}, second_means = ${means}, proved_at = ${now},
        last_seen_at = ${now}
      where id = ${id} and level = 1 and account_id is not null and ended_at is null and expires_at > ${now}
      returning expires_at`,
  )
}

export type SessionProof = { means: FirstMeans; secondMeans: SecondMeans | null; provedAt: Date | null }

export async function findSessionProof(db: Queryable, id: string): Promise<SessionProof | null> {
  return one(
    await db<SessionProof[]>`
      select means, second_means, proved_at from platform.sessions where id = ${id} and ended_at is null`,
  )
}

/** Its holder has just shown again who they are. */
export async function setProved(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.sessions set proved_at = ${now} where id = ${id} and ended_at is null`
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

export type OpenSession = {
  id: string
  level: 1 | 2
  agent: string
  means: FirstMeans
  secondMeans: SecondMeans | null
  assurance: Assurance | null
  /** Name of the provider, where one was asked. */
  provider: string | null
  createdAt: Date
  lastSeenAt: Date
}

export function listOpenSessions(db: Queryable, owner: Owner, limits: Limits): Promise<OpenSession[]> {
  return db<OpenSession[]>`
    select session.id, session.level, session.agent, session.means, session.second_means, session.assurance,
      provider.name as provider, session.created_at, session.last_seen_at
    from platform.sessions as session
    left join platform.identity_providers as provider on provider.id = session.provider_id
    where ${isOf(db, owner)} and ${isOpen(db, limits)}
    order by session.last_seen_at desc, session.id
    limit 50`
}

export async function deleteSessionsExpiredBefore(db: Queryable, moment: Date): Promise<number> {
  return (await db`delete from platform.sessions where expires_at < ${moment}`).count
}
