import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Queryable } from './database.ts'

/** Held while migrating, so that several processes starting together do it once. The number means nothing. */
const MIGRATION_LOCK = 5_880_626

/** A restore was cut short here: the database is half a copy, and nobody may work on it. */
export class RestoreNotFinished extends Error {
  constructor() {
    super('A restore into this database was not finished. Run "kuvend restore FILE" again, or empty the database.')
    this.name = 'RestoreNotFinished'
  }
}

export async function hasUnfinishedRestore(db: Queryable): Promise<boolean> {
  const [row] = await db<{ unfinished: boolean }[]>`
    select to_regclass('public.kuvend_restore') is not null as unfinished`
  return row?.unfinished === true
}

/**
 * Runs every migration that has not run yet, in the order of the names, each in a transaction of its own. A restore runs
 * first those alone that the copy had seen.
 */
export async function migrate(
  db: Database,
  folder: string,
  { restoring = false, only = null }: { restoring?: boolean; only?: readonly string[] | null } = {},
): Promise<string[]> {
  const connection = await db.reserve()
  try {
    if (!restoring && (await hasUnfinishedRestore(connection))) throw new RestoreNotFinished()
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`
    await connection`
      create table if not exists public.kuvend_migrations (
        name text primary key,
        ran_at timestamptz not null default now()
      )`
    const waiting = (await waitingMigrations(connection, folder)).filter((name) => only?.includes(name) ?? true)
    for (const name of waiting) {
      const text = await readFile(join(folder, name), 'utf8')
      await connection.unsafe(`begin;\n${text}\n;insert into public.kuvend_migrations (name) values ('${name}');commit`)
    }
    return waiting
  } finally {
    // After a failed migration the connection is still inside its broken transaction.
    await connection.unsafe('rollback; select pg_advisory_unlock_all()').catch(() => {})
    connection.release()
  }
}

/** Names of the migrations that this database has not seen. */
export async function waitingMigrations(db: Queryable, folder: string): Promise<string[]> {
  const ran = new Set((await db<{ name: string }[]>`select name from public.kuvend_migrations`).map((row) => row.name))
  return (await readdir(folder)).filter((name) => /^\d{14}_[a-z_]+\.sql$/.test(name) && !ran.has(name)).toSorted()
}
