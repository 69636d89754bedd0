import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Role } from './visitor.ts'

export type NewAccount = { email: string; name: string; post: string | null; demonstration: boolean }

/** Null when the address has an account already, an ended one among them. */
export async function insertAccount(tx: Transaction, account: NewAccount, now: Date): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.accounts (email, name, post, demonstration, created_at)
      values (${account.email}, ${account.name}, ${account.post}, ${account.demonstration}, ${now})
      on conflict (email) do nothing
      returning id`,
  )
  return row?.id ?? null
}

/** `invitedUntil` null: they have come, or nobody invited them by letter. */
export type AccountRow = NewAccount & { id: string; endedAt: Date | null; invitedUntil: Date | null }

const columns = (db: Queryable) => db`id, email, name, post, demonstration, ended_at, invited_until`

export async function findAccountByEmail(db: Queryable, email: string): Promise<AccountRow | null> {
  return one(await db<AccountRow[]>`select ${columns(db)} from platform.accounts where email = ${email}`)
}

/** Locked: nobody grants it a role or ends it meanwhile. Null when there is none or it has ended. */
export async function lockAccount(tx: Transaction, id: string): Promise<AccountRow | null> {
  return one(
    await tx<AccountRow[]>`
      select ${columns(tx)} from platform.accounts where id = ${id} and ended_at is null for update`,
  )
}

/** An ended one too. */
export async function lockAccountByEmail(tx: Transaction, email: string): Promise<AccountRow | null> {
  return one(await tx<AccountRow[]>`select ${columns(tx)} from platform.accounts where email = ${email} for update`)
}

export async function setAccountEnded(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.accounts set ended_at = ${now}, invited_until = null where id = ${id}`
}

export async function setAccountReopened(tx: Transaction, id: string, post: string | null): Promise<void> {
  await tx`update platform.accounts set ended_at = null, post = ${post} where id = ${id}`
}

export async function setAccountWords(tx: Transaction, id: string, name: string, post: string | null): Promise<void> {
  await tx`update platform.accounts set name = ${name}, post = ${post} where id = ${id}`
}

/** False when another account has the address. */
export async function setAccountEmail(tx: Transaction, id: string, email: string): Promise<boolean> {
  const set = await tx`
    update platform.accounts set email = ${email}
    where id = ${id} and not exists (select from platform.accounts where email = ${email})`
  return set.count === 1
}

/** An interval may not be empty: a role that ends at the moment it began stands for this long, and counts as ended. */
const INSTANT = '1 microsecond'

/** A role in one body when `bodyId` is there; `to` null: until it is ended. */
export type NewRole = {
  accountId: string
  role: Role
  institutionId: string | null
  bodyId: string | null
  from: Date
  to: Date | null
}

/** False when the account holds the role in some of that time already. Asked under the lock of the account. */
export async function insertRole(tx: Transaction, role: NewRole): Promise<boolean> {
  const inserted = await tx`
    insert into platform.roles (account_id, institution_id, body_id, role, valid_from, valid_to)
    select ${role.accountId}, ${role.institutionId}, ${role.bodyId}, ${role.role}, ${role.from}::timestamptz,
           ${role.to}::timestamptz
    where not exists (
      select from platform.roles as other
      where other.account_id = ${role.accountId} and other.role = ${role.role}
        and other.institution_id is not distinct from ${role.institutionId}::uuid
        and other.body_id is not distinct from ${role.bodyId}::uuid
        and other.valid_from < coalesce(${role.to}::timestamptz, 'infinity')
        and coalesce(other.valid_to, 'infinity') > ${role.from}::timestamptz + ${INSTANT}::interval)
    on conflict (account_id, role, institution_id, body_id) where valid_to is null do nothing`
  return inserted.count === 1
}

export type HeldRole = {
  id: string
  accountId: string
  role: Role
  institutionId: string | null
  bodyId: string | null
  validFrom: Date
  validTo: Date | null
}

const roleColumns = (db: Queryable) => db`id, account_id, role, institution_id, body_id, valid_from, valid_to`

/** What is held now, and what is promised for later. */
export function listHeldRoles(db: Queryable, accountId: string, now: Date): Promise<HeldRole[]> {
  return db<HeldRole[]>`
    select ${roleColumns(db)} from platform.roles
    where account_id = ${accountId} and (valid_to is null or valid_to > ${now}::timestamptz + ${INSTANT}::interval)
    order by role, institution_id`
}

/** All that was ever held: whoever holds nothing any more belongs to those who managed them. */
export function listAllRoles(db: Queryable, accountId: string): Promise<HeldRole[]> {
  return db<HeldRole[]>`
    select ${roleColumns(db)} from platform.roles where account_id = ${accountId} order by valid_from desc, role limit 200`
}

export async function findHeldRole(tx: Transaction, id: string, now: Date): Promise<HeldRole | null> {
  return one(
    await tx<HeldRole[]>`
      select ${roleColumns(tx)} from platform.roles
      where id = ${id} and (valid_to is null or valid_to > ${now}::timestamptz + ${INSTANT}::interval) for update`,
  )
}

export async function setRoleEnded(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update platform.roles set valid_to = greatest(${at}::timestamptz, valid_from + ${INSTANT}::interval)
    where id = ${id}`
}

/** A role that has not begun leaves nothing behind; that it was promised stands in the history. */
export async function deleteRole(tx: Transaction, id: string): Promise<void> {
  await tx`delete from platform.roles where id = ${id}`
}

/**
 * Locks all who hold a role in an institution (null: in the installation) and have come, so that of two who end the last
 * two at once the second sees what the first has done. An institution that is closed needs nobody any more.
 */
export async function lockHolders(
  tx: Transaction,
  role: Role,
  institutionId: string | null,
  now: Date,
): Promise<string[]> {
  const rows = await tx<{ accountId: string }[]>`
    select role.account_id from platform.roles as role
    join platform.accounts as account on account.id = role.account_id
    where role.role = ${role} and role.institution_id is not distinct from ${institutionId}::uuid
      and role.body_id is null and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now})
      and account.ended_at is null and account.invited_until is null
    order by role.id
    for update of role`
  return rows.map(({ accountId }) => accountId)
}

export async function isClosed(db: Queryable, institutionId: string): Promise<boolean> {
  return (await db`select from platform.institutions where id = ${institutionId} and closed_on is not null`).length > 0
}

/** Null when there is no such institution. */
export async function findZone(db: Queryable, institutionId: string): Promise<string | null> {
  const row = one(await db<{ zone: string }[]>`select zone from platform.institutions where id = ${institutionId}`)
  return row?.zone ?? null
}
