import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { silentLog } from '../../logs/logger.ts'
import { countJobs } from '../../jobs/job-queries.ts'
import { startWorker } from '../../jobs/worker.ts'
import { askRecompute } from './ask-recompute.ts'

const db = await testDatabase()

it('two computations never run at the same time: one with the calendar of before would undo the other', async () => {
  let [running, most, ran] = [0, 0, 0]
  const handlers = {
    'deadlines.recompute': async () => {
      most = Math.max(most, ++running)
      await pause(150)
      running -= 1
      ran += 1
    },
  }
  const cause = { sq: 'U shpall ditë pushimi', en: 'A day off was announced' }
  for (const jurisdiction of ['AL', 'XK', 'AL'] as const)
    await db.begin((tx) => askRecompute(tx, { jurisdiction }, cause))
  const worker = await startWorker({ db, log: silentLog }, db.url, handlers, [], { concurrency: 3 })
  await expect.poll(() => ran, { timeout: 15_000 }).toBe(3)
  await worker.stop()
  expect(most).toBe(1)
  expect(await countJobs(db)).toEqual({ waiting: 0, failed: 0 })
})
