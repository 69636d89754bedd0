import { sealed } from '../../db/sealed-transaction.ts'
import type { Door } from '../../door.ts'
import type { Services } from '../../services.ts'
import { STEM_VERSION } from '../analysis/analyse-rules.ts'
import type { SearchSource } from '../search-source.ts'
import { holdIndex } from './changed-queries.ts'
import { countWords } from './count-words.ts'
import {
  analyseIndex,
  beginFilling,
  emptyNext,
  findSearchState,
  releaseRebuildLock,
  swapIndexes,
  tryRebuildLock,
} from './rebuild-queries.ts'
import { writeEach } from './write-each.ts'
import { fillIndex, sourcesOf } from './write-index.ts'

/** Records at once: changes wait no longer than one such piece takes. */
const AT_ONCE = 100
/** The names change when nobody has read for too long at that moment. */
const SWAP_ATTEMPTS = 30

type Needed = Pick<Services, 'db' | 'clock' | 'log'>
export type RebuildOutcome = { kind: 'built'; records: number } | { kind: 'busy' } | { kind: 'stopped' }

/** An index that was never built, or by older rules; or one that somebody began to build and left. */
export async function rebuildIfNeeded(
  services: Needed,
  doors: readonly Door[],
  signal: AbortSignal,
): Promise<RebuildOutcome | null> {
  const { stemVersion, filling } = await findSearchState(services.db)
  return stemVersion >= STEM_VERSION && !filling ? null : rebuildIndex(services, doors, signal)
}

/**
 * Builds the whole index anew beside the one that is searched, then lets the two change names. Changes go into both
 * meanwhile. What is broken off, at whatever moment, leaves the searched one as it is and is begun again from nothing.
 */
export async function rebuildIndex(
  services: Needed,
  doors: readonly Door[],
  signal: AbortSignal = new AbortController().signal,
): Promise<RebuildOutcome> {
  const own = await services.db.reserve()
  try {
    if (!(await tryRebuildLock(own))) return { kind: 'busy' }
    try {
      return await build(services, sourcesOf(doors), signal)
    } finally {
      await releaseRebuildLock(own)
    }
  } finally {
    own.release()
  }
}

async function build(services: Needed, sources: readonly SearchSource[], signal: AbortSignal): Promise<RebuildOutcome> {
  const { db, clock, log } = services
  const begun = clock.now()
  await sealed(db, async (tx) => {
    await holdIndex(tx)
    await beginFilling(tx)
  })
  let records = 0
  for (const source of sources) {
    let after: string | null = null
    do {
      if (signal.aborted) return { kind: 'stopped' }
      const ids = await fillNextPage(services, source, after)
      records += ids.length
      after = ids.length < AT_ONCE ? null : (ids.at(-1) ?? null)
    } while (after !== null)
  }
  await analyseIndex(db)
  await swap(services)
  await sealed(db, async (tx) => {
    await holdIndex(tx)
    await emptyNext(tx)
  })
  await countWords(services, signal)
  log.info({ records, ms: clock.now().getTime() - begun.getTime() }, 'the index was built anew')
  return { kind: 'built', records }
}

/**
 * Read and written while the index is held: a change that commits meanwhile is followed afterwards, in both. A record
 * that is published behind the last id is one of those changes.
 */
async function fillNextPage(services: Needed, source: SearchSource, after: string | null): Promise<string[]> {
  const ids = await source.idsAfter(services.db, after, AT_ONCE)
  if (ids.length > 0)
    await writeEach(services, source, ids, async (tx, some) => {
      await fillIndex(tx, source, some, services.clock.now())
      return some.length
    })
  return ids
}

async function swap({ db, clock, log }: Needed): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sealed(db, async (tx) => {
        await holdIndex(tx)
        await swapIndexes(tx, STEM_VERSION, clock.now())
      })
    } catch (error) {
      const locked = error instanceof Error && 'code' in error && error.code === '55P03'
      if (!locked || attempt === SWAP_ATTEMPTS) throw error
      log.info({ attempt }, 'the index is read; its names change later')
    }
  }
}
