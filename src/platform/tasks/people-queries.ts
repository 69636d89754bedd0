import type { Queryable } from '../db/database.ts'

/** Somebody who holds one of these roles in the institution at the moment. */
export type HousePerson = { id: string; name: string; post: string | null }

export function listHousePeople(
  db: Queryable,
  institutionId: string,
  roles: readonly string[],
  now: Date,
): Promise<HousePerson[]> {
  return db<HousePerson[]>`
    select account.id, account.name, account.post from platform.accounts as account
    where account.ended_at is null and ${holdsRole(db, institutionId, roles, now)}
    order by account.name collate "sq-x-icu", account.id
    limit 500`
}

export async function isHousePerson(
  db: Queryable,
  accountId: string,
  institutionId: string,
  roles: readonly string[],
  now: Date,
): Promise<boolean> {
  const rows = await db`
    select from platform.accounts as account
    where account.id = ${accountId} and account.ended_at is null and ${holdsRole(db, institutionId, roles, now)}`
  return rows.length > 0
}

/** A role in one body does not count: it must not widen into the house. */
const holdsRole = (db: Queryable, institutionId: string, roles: readonly string[], now: Date) => db`
  exists (
    select from platform.roles as role
    where role.account_id = account.id and role.institution_id = ${institutionId} and role.body_id is null
      and role.role = any(${[...roles]}::text[])
      and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now}))`
