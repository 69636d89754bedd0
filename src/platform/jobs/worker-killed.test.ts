import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { silentLog } from '../logs/logger.ts'
import { testDatabase } from '#test/database.ts'
import { releaseJobsOfDeadWorkers } from './job-queries.ts'
import { enqueue } from './jobs.ts'
import { runJobsUntilIdle } from './worker.ts'

it('when a worker is killed in the middle of a job, another one takes the job over, and never before', async () => {
  const db = await testDatabase()
  const lockedForLong = () => db`update graphile_worker._private_jobs set locked_at = now() - interval '5 minutes'`
  await db.begin((tx) => enqueue(tx, 'test.endless', {}))

  const child = spawn(process.execPath, ['test/fixtures/endless-worker.ts'], {
    env: { ...process.env, WORKER_DATABASE: db.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  await lockedForLong()
  expect(await releaseJobsOfDeadWorkers(db)).toEqual([])

  child.kill('SIGKILL')
  await once(child, 'exit')
  await expect.poll(() => releaseJobsOfDeadWorkers(db), { timeout: 10_000 }).toHaveLength(1)

  let ran = 0
  await runJobsUntilIdle({ log: silentLog }, db.url, { 'test.endless': async () => void ran++ })
  expect(ran).toBe(1)
})
