import { waitingMigrations } from '#platform/db/migrate.ts'
import type { Services } from '#platform/services.ts'

export const MIGRATIONS = 'db/migrations'

export type Readiness = { kind: 'ready' } | { kind: 'migrations-wait'; names: string[] } | { kind: 'no-database' }

/** Whether this process can answer: the database is reached, and as new as the program. */
export async function viewReadiness({ db, log }: Pick<Services, 'db' | 'log'>): Promise<Readiness> {
  try {
    const names = await waitingMigrations(db, MIGRATIONS)
    return names.length === 0 ? { kind: 'ready' } : { kind: 'migrations-wait', names }
  } catch (error) {
    log.warn({ error: String(error) }, 'not ready')
    return { kind: 'no-database' }
  }
}
