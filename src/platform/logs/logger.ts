import { pino } from 'pino'

export type Logger = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** One JSON line per event on stderr, so that stdout stays free for the answers of commands. */
export function openLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  )
}

export const silentLog: Logger = { info: () => {}, warn: () => {}, error: () => {} }
