import { Gauge } from 'prom-client'
import { countJobsAt, countLetters, findDatabaseFigures } from '#platform/health/health-queries.ts'
import { LETTER_STATES } from '#platform/mail/letter-rules.ts'
import type { Services } from '#platform/services.ts'
import { listSigns } from '#platform/signs/sign-queries.ts'
import { metrics } from './metrics.ts'

const gauge = (name: string, help: string, labelNames: string[] = []) =>
  new Gauge({ name, help, labelNames, registers: [metrics] })

const letters = gauge('kuvend_letters', 'Letters that are not out of the house and done with', ['state'])
const oldestLetter = gauge('kuvend_letters_oldest_seconds', 'Age of the oldest of them', ['state'])
const jobs = gauge('kuvend_jobs', 'Jobs that wait, that should have begun, that failed for the last time', ['state'])
const oldestJob = gauge('kuvend_jobs_oldest_due_seconds', 'Since when the oldest job should have begun')
const tasks = gauge('kuvend_tasks_overdue', 'Open tasks of officials whose day has passed')
const papers = gauge('kuvend_papers_to_print', 'Letters that wait to be printed')
const size = gauge('kuvend_database_bytes', 'Size of the database')
const signs = gauge('kuvend_sign_seconds', 'Seconds since something last ran', ['name'])

/** Asks the database for what stands at `/zyra/gjendja` too, at the moment somebody measures. */
export async function measureHouse({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  const age = (since: Date | null) => (since === null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000))
  const [letterFigures, jobFigures, database, lastSigns] = await Promise.all([
    countLetters(db),
    countJobsAt(db, now),
    findDatabaseFigures(db, now),
    listSigns(db),
  ])
  for (const state of LETTER_STATES.filter((one) => one !== 'sent' && one !== 'settled')) {
    const figure = letterFigures.find((one) => one.state === state)
    letters.set({ state }, figure?.count ?? 0)
    oldestLetter.set({ state }, age(figure?.oldest ?? null))
  }
  jobs.set({ state: 'waiting' }, jobFigures.waiting)
  jobs.set({ state: 'due' }, jobFigures.due)
  jobs.set({ state: 'failed' }, jobFigures.failed)
  oldestJob.set(age(jobFigures.oldestDue))
  tasks.set(database.tasksOverdue)
  papers.set(database.toPrint)
  size.set(database.bytes)
  signs.reset()
  // The letters of the morning have a sign for each institution: too many, and of no use to who watches.
  for (const { name, at } of lastSigns) if (!name.includes('duty-letters:')) signs.set({ name }, age(at))
}
