import type { Door } from '../door.ts'
import { holdContentAlone, mayRemoveContent } from '../documents/content-queries.ts'
import { enqueue, type JobHandlers, type Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { allDatasets } from './all-datasets.ts'
import { deleteDumpFiles, deleteOldBreaks, deleteOldDumps, forgetOldFiles } from './export-queries.ts'
import { makeDump } from './make-dump.ts'

/** Files of each register; of older ones the figures stay. */
const DUMPS_KEPT = 7
/** How long the figures stay, and how long nothing that makes a copy runs. */
const FIGURES_MS = 400 * 86_400_000
const BREAKS_MS = 2 * 86_400_000

/** Every night: a copy of each register, each by a job of its own so that one that fails stops no other. */
async function dumpAll(services: Services, doors: readonly Door[]): Promise<void> {
  for (const { name } of await allDatasets(services, doors)) await orderDump(services, name)
  await sweepDumps(services)
}

/** Soon, and once however often it is asked for. */
export const orderDump = (services: Services, dataset: string): Promise<void> =>
  services.db.begin((tx) =>
    enqueue(tx, 'exports.dump', { dataset }, { key: `exports.dump ${dataset}`, queue: 'exports', maxAttempts: 3 }),
  )

/** The content of void and old copies goes at once; while a copy of everything is made it stays until the next time. */
async function sweepDumps({ db, files, clock }: Services): Promise<void> {
  const now = clock.now().getTime()
  await db.begin(async (tx) => {
    await deleteOldBreaks(tx, new Date(now - BREAKS_MS))
    await deleteOldDumps(tx, new Date(now - FIGURES_MS))
    if (!(await mayRemoveContent(tx))) return
    await holdContentAlone(tx)
    const digests = await forgetOldFiles(tx, DUMPS_KEPT)
    await deleteDumpFiles(tx, digests)
    for (const digest of digests) await files.remove(digest)
  })
}

export const dumpJobs = (services: Services, doors: readonly Door[]): JobHandlers => ({
  'exports.dump-all': () => dumpAll(services, doors),
  'exports.dump': async ({ dataset }) => {
    const found = (await allDatasets(services, doors)).find(({ name }) => name === dataset)
    if (!found) return
    await makeDump(services, found)
    await sweepDumps(services)
  },
})

/** After the night's other work, before people wake. */
export const dumpSchedule: readonly Scheduled[] = [{ job: 'exports.dump-all', at: '30 1 * * *' }]
