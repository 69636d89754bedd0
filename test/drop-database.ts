import type { Database } from '#platform/db/database.ts'

const PATIENCE_MS = 15_000

/**
 * Takes a database away with whoever is still in it. While PostgreSQL cleans up in there by itself, only a superuser may
 * put it out, which the user of the embedded server is not: then it is tried again.
 */
export async function dropDatabase(server: Database, name: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      await server.unsafe(`drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      if (!isRefusedForNow(error) || performance.now() > until) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'

const isRefusedForNow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE
