import { createHash } from 'node:crypto'
import { readCheckpoint } from '../ledger/tree/checkpoint-rules.ts'
import { checkpointFile, readKept, readKeptInStore } from '../ledger/tree/kept-checkpoint.ts'
import type { Services } from '../services.ts'
import { listWitnessPlaces, listOrigins } from './published-queries.ts'

/** What somebody outside the database holds of the log. `size` null: nothing, or it did not answer. */
export type HeldOutside = {
  where: string
  size: number | null
  /** More leaves than the database has: something was published that is lost here. */
  newer: boolean
  failure: string | null
}

const PATIENCE_MS = 5000
const LONGEST_NOTE = 20_000

/** Asks everybody who may hold a newer checkpoint than this database; who does not answer stops nothing. */
export async function compareWithPublished(
  { db, settings }: Pick<Services, 'db' | 'settings'>,
  treeSize: number,
): Promise<HeldOutside[]> {
  const origins = await listOrigins(db)
  const witnesses = await listWitnessPlaces(db)
  const asked = witnesses.flatMap(({ url }) => origins.map((origin) => ({ url, origin })))
  const found = await Promise.all([
    held(checkpointFile(settings), async () => (await readKept(settings))?.note ?? null, treeSize),
    ...(settings.s3Url === null
      ? []
      : [held('the bucket of S3_URL', async () => (await readKeptInStore(settings))?.note ?? null, treeSize)]),
    ...asked.map(({ url, origin }) => held(`${url} (${origin})`, () => fetchNote(url, origin), treeSize)),
  ])
  return found
}

async function held(where: string, read: () => Promise<string | null>, treeSize: number): Promise<HeldOutside> {
  try {
    const note = await read()
    if (note === null) return { where, size: null, newer: false, failure: null }
    const checkpoint = readCheckpoint(note)
    if (!checkpoint) return { where, size: null, newer: false, failure: 'what it holds is no checkpoint' }
    return { where, size: checkpoint.size, newer: checkpoint.size > treeSize, failure: null }
  } catch (error) {
    return { where, size: null, newer: false, failure: error instanceof Error ? error.message : String(error) }
  }
}

/** Where a witness shows what it has signed last: named by the digest of the origin. */
async function fetchNote(url: string, origin: string): Promise<string | null> {
  const name = createHash('sha256').update(origin).digest('hex')
  const response = await fetch(`${url.replace(/\/$/, '')}/${name}/checkpoint`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (response.status === 404) {
    await response.body?.cancel()
    return null
  }
  if (!response.ok) throw new Error(`answered ${response.status}`)
  return (await response.text()).slice(0, LONGEST_NOTE)
}
