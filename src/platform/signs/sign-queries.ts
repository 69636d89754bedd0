import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'

/** The last time that something ran, and what it found. */
export type Sign = { name: string; at: Date; details: Record<string, string | number | boolean | null> }

export async function writeSign(db: Queryable, sign: Sign): Promise<void> {
  await db`
    insert into platform.signs (name, at, details) values (${sign.name}, ${sign.at}, ${db.json(sign.details)})
    on conflict (name) do update set at = excluded.at, details = excluded.details`
}

export const findSign = async (db: Queryable, name: string): Promise<Sign | null> =>
  one(await db<Sign[]>`select name, at, details from platform.signs where name = ${name}`)

export const listSigns = (db: Queryable): Promise<Sign[]> =>
  db<Sign[]>`select name, at, details from platform.signs order by name limit 1000`
