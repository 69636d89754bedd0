import type { Transaction } from '../../db/database.ts'
import { sealed } from '../../db/sealed-transaction.ts'
import type { Door } from '../../door.ts'
import type { Services } from '../../services.ts'
import { deleteChanged, holdIndex, insertChanged, takeChanged, type Changed } from './changed-queries.ts'
import { isPassing, setAside } from './set-aside.ts'
import { bySource, sourcesOf, writeIndex } from './write-index.ts'

/** As many changes as one transaction takes: a few hundred comments take some tenths of a second. */
const AT_ONCE = 200

type Needed = Pick<Services, 'db' | 'clock' | 'log'>

/**
 * Follows what has changed since, the oldest first; gives how many changes were followed, 0 when nothing waits. Each
 * change and what it does to the index commit together. Where one of them cannot be followed, each is tried by itself.
 */
export async function refreshIndex(services: Needed, doors: readonly Door[]): Promise<number> {
  try {
    return await refresh(services, doors, AT_ONCE)
  } catch (error) {
    if (isPassing(error)) throw error
    services.log.warn({ error: String(error) }, 'the index follows changes one by one')
    return refreshOneByOne(services, doors)
  }
}

const refresh = (services: Needed, doors: readonly Door[], limit: number): Promise<number> =>
  sealed(services.db, async (tx) => {
    await holdIndex(tx)
    const now = services.clock.now()
    const changes = await takeChanged(tx, now, limit)
    if (changes.length > 0) await follow(tx, doors, changes, now)
    return changes.length
  })

async function follow(tx: Transaction, doors: readonly Door[], changes: readonly Changed[], now: Date): Promise<void> {
  const groups = bySource(
    sourcesOf(doors),
    changes.map(({ subject }) => subject),
  )
  for (const [source, ids] of groups) {
    await writeIndex(tx, source, ids, now)
    const also = (await source.alsoChanged?.(tx, ids)) ?? []
    if (also.length > 0) await insertChanged(tx, also, now)
  }
  await deleteChanged(
    tx,
    changes.map(({ id }) => id),
  )
}

/** Gives how many were looked at. What cannot be followed waits longer each time, and holds up nobody. */
async function refreshOneByOne(services: Needed, doors: readonly Door[]): Promise<number> {
  const { db, clock } = services
  const now = clock.now()
  const changes = await db.begin((tx) => takeChanged(tx, now, AT_ONCE))
  for (const change of changes) {
    try {
      await sealed(db, async (tx) => {
        await holdIndex(tx)
        await follow(tx, doors, [change], now)
      })
    } catch (error) {
      if (isPassing(error)) throw error
      await setAside(services, change, error)
    }
  }
  return changes.length
}
