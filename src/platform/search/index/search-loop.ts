import { setTimeout as pause } from 'node:timers/promises'
import { isUnreachable } from '../../db/unreachable.ts'
import type { Door } from '../../door.ts'
import type { Services } from '../../services.ts'
import { rebuildIfNeeded } from './rebuild-index.ts'
import { refreshIndex } from './refresh-index.ts'

/** What a deed has changed is found within two seconds: this, and what a round takes. */
const EVERY_MS = 400
/** Whether the index has to be built anew. */
const LOOK_EVERY_MS = 60_000

/**
 * Follows changes for as long as the process runs; any number of workers may, one at a time writes. An index by older
 * rules, or none, is built anew beside it. A database that cannot be reached is told once, and tried again.
 */
export function startSearchLoop(
  services: Services,
  doors: readonly Door[],
  everyMs = EVERY_MS,
): { stop(): Promise<void> } {
  const stop = new AbortController()
  const rounds = runRounds(services, doors, everyMs, stop.signal)
  const building = keepBuilt(services, doors, stop.signal)
  return {
    stop: async () => {
      stop.abort()
      await Promise.all([rounds, building])
    },
  }
}

/** Looks again and again: whoever began to build it may have been killed. */
async function keepBuilt(services: Services, doors: readonly Door[], signal: AbortSignal): Promise<void> {
  let told: string | null = null
  while (!signal.aborted) {
    try {
      await rebuildIfNeeded(services, doors, signal)
      told = null
    } catch (error) {
      if (told !== String(error)) services.log.error({ error: String(error) }, 'the index was not built anew')
      told = String(error)
    }
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
  }
}

async function runRounds(
  services: Services,
  doors: readonly Door[],
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  let told: string | null = null
  while (!signal.aborted) {
    try {
      // While much waits, no pause.
      while (!signal.aborted && (await refreshIndex(services, doors)) > 0);
      if (told !== null) services.log.info({}, 'the index goes on')
      told = null
    } catch (error) {
      const trouble = isUnreachable(error) ? 'the database cannot be reached' : String(error)
      if (told !== trouble) services.log.warn({ trouble }, 'the index waits')
      told = trouble
    }
    await pause(everyMs, undefined, { signal }).catch(() => {})
  }
}
