import pg from 'pg'
import type { Logger } from '../logs/logger.ts'

/**
 * The worker's own connections: its library speaks to the `pg` driver and to no other. Without the handlers a broken
 * connection would end the process; the pool replaces it by itself.
 */
export function openJobPool(databaseUrl: string, max: number, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max, application_name: 'kuvend-worker' })
  const broken = (error: Error) => log.warn({ error: error.message }, 'a connection of the worker broke')
  pool.on('error', broken)
  pool.on('connect', (client) => client.on('error', broken))
  return pool
}
