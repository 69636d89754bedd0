import type { Database } from '../db/database.ts'
import { removeStaleFiles } from '../files/temporary-files.ts'
import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import {
  deleteUnnamedFiles,
  digestsWithoutFile,
  holdContentAlone,
  listUnnamedFiles,
  mayRemoveContent,
} from './content-queries.ts'

const DAY_MS = 86_400_000
const AT_ONCE = 500

type Needed = Pick<Services, 'db' | 'files'>

/**
 * Every night: content that nobody names, be it that its documents were erased or that the deed that brought it was
 * never committed, goes when it is a day old. While a copy of everything is made it stays until the next night.
 */
export async function sweepFiles({ db, files, clock, log, settings }: Services): Promise<void> {
  const before = new Date(clock.now().getTime() - DAY_MS)
  await removeStaleFiles(settings, clock.now())
  const forgotten = await forgetUnnamed(db, before)
  let removed = 0
  let old: string[] = []
  for await (const kept of files.list()) {
    if (kept.keptAt < before) old.push(kept.digest)
    if (old.length < AT_ONCE) continue
    removed += await removeUnnamed({ db, files }, old)
    old = []
  }
  removed += await removeUnnamed({ db, files }, old)
  if (removed > 0) log.info({ forgotten, removed }, 'content that nobody names is removed')
}

/** Looked at twice: quickly for all, and for the few that seem unnamed again while nobody can add a name. */
async function forgetUnnamed(db: Database, before: Date): Promise<number> {
  const seeming = await listUnnamedFiles(db, before)
  if (seeming.length === 0) return 0
  return db.begin(async (tx) => {
    if (!(await mayRemoveContent(tx))) return 0
    await holdContentAlone(tx)
    return deleteUnnamedFiles(tx, seeming)
  })
}

/** Twice here too. */
async function removeUnnamed({ db, files }: Needed, digests: readonly string[]): Promise<number> {
  const seeming = await digestsWithoutFile(db, digests)
  if (seeming.length === 0) return 0
  return db.begin(async (tx) => {
    if (!(await mayRemoveContent(tx))) return 0
    await holdContentAlone(tx)
    const unnamed = await digestsWithoutFile(tx, seeming)
    for (const digest of unnamed) await files.remove(digest)
    return unnamed.length
  })
}

export const fileJobs = (services: Services): JobHandlers => ({ 'files.sweep': () => sweepFiles(services) })

export const fileSchedule: readonly Scheduled[] = [{ job: 'files.sweep', at: '40 2 * * *' }]
