import { one, type Queryable } from '#platform/db/database.ts'

export type Person = { id: string; name: string; email: string }

export async function findPerson(db: Queryable, id: string): Promise<Person | null> {
  return one(await db<Person[]>`select id, name, email from platform.accounts where id = ${id} and ended_at is null`)
}
