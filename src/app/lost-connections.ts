import { isUnreachable } from '#platform/db/unreachable.ts'
import type { Logger } from '#platform/logs/logger.ts'

/**
 * When the database dies, a driver may fail a query that nobody waits for any more (seen with postgres 3.4.9 and with
 * graphile-worker 0.18.0). Node ends the process for a failure that nobody hears; of a lost connection everybody concerned
 * has heard by other ways. Every other unheard failure still ends the process: it is a fault of ours.
 */
export function surviveLostConnections(log: Logger): { end(): void } {
  const heard = (reason: unknown) => {
    if (!isUnreachable(reason)) throw reason
    log.warn({ error: String(reason) }, 'a lost connection failed a query that nobody waited for')
  }
  process.on('unhandledRejection', heard)
  return { end: () => void process.off('unhandledRejection', heard) }
}
