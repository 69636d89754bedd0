import type { Logger } from '#platform/logs/logger.ts'

/** SIGHUP: the terminal was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Ctrl-C reaches us twice when npm stands between: once from the terminal, once passed on by npm. What follows within
 * this time is the same wish.
 */
const SAME_WISH_MS = 1000

export type SignalWatch = {
  /** Somebody wants us to stop. */
  wanted(): boolean
  /** How to stop, once there is something to stop. */
  stops(stop: () => Promise<void>): void
  end(): void
}

/**
 * The first signal stops in good order, also in the middle of starting; the second one at once. From the very beginning,
 * for a signal that nobody handles would leave the embedded PostgreSQL behind.
 */
export function stopOnSignals(log: Logger): SignalWatch {
  const asked = Promise.withResolvers<void>()
  let askedAt: number | null = null
  const handle = (signal: string) => {
    if (askedAt === null) {
      askedAt = performance.now()
      log.info({ signal }, 'stopping')
      asked.resolve()
    } else if (performance.now() - askedAt > SAME_WISH_MS) {
      log.warn({ signal }, 'stopping at once')
      // 128 + SIGINT, as a shell counts it. The embedded PostgreSQL is told by its own handler of this exit.
      process.exit(130)
    }
  }
  for (const signal of SIGNALS) process.on(signal, handle)
  return {
    wanted: () => askedAt !== null,
    stops: (stop) => void asked.promise.then(stop),
    end: () => {
      for (const signal of SIGNALS) process.off(signal, handle)
    },
  }
}
