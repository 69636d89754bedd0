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

export type AccountRow = NewAccount & { id: string; endedAt: Date | null }

const columns = (db: Queryable) => db`id, email, name, post, demonstration, ended_at`

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

export async function setAccountEnded(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.accounts set ended_at = ${now} where id = ${id}`
}

/** False when the role is held already. */
export async function insertRole(
  tx: Transaction,
  accountId: string,
  role: Role,
  institutionId: string | null,
  now: Date,
): Promise<boolean> {
  const inserted = await tx`
    insert into platform.roles (account_id, institution_id, role, valid_from)
    values (${accountId}, ${institutionId}, ${role}, ${now})
    on conflict (account_id, role, institution_id) where valid_to is null do nothing`
  return inserted.count === 1
}

export type HeldRole = { id: string; accountId: string; role: Role; institutionId: string | null }

export function listHeldRoles(db: Queryable, accountId: string): Promise<HeldRole[]> {
  return db<HeldRole[]>`
    select id, account_id, role, institution_id from platform.roles
    where account_id = ${accountId} and valid_to is null
    order by role, institution_id`
}

export async function findHeldRole(tx: Transaction, id: string): Promise<HeldRole | null> {
  return one(
    await tx<HeldRole[]>`
      select id, account_id, role, institution_id from platform.roles where id = ${id} and valid_to is null for update`,
  )
}

/** The interval may not be empty: a role that ends at the moment it began ends a microsecond later. */
export async function setRoleEnded(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`
    update platform.roles set valid_to = greatest(${now}::timestamptz, valid_from + interval '1 microsecond')
    where id = ${id}`
}
