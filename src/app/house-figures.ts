import { Gauge } from 'prom-client'
import { countJobsAt, countLetters, findDatabaseFigures } from '#platform/health/health-queries.ts'
import { findBackupFigure, findLedgerFigures } from '#platform/health/ledger-figure-queries.ts'
import { refusalIn, type BackupFigure, type LedgerFigures } from '#platform/health/stuck-rules.ts'
import { LETTER_STATES } from '#platform/mail/letter-rules.ts'
import { findSearchFigures, type SearchFigures } from '#platform/search/index/changed-queries.ts'
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
const entries = gauge('kuvend_ledger_entries', 'Entries of the log: published, and waiting for that', ['state'])
const oldestEntry = gauge('kuvend_ledger_oldest_waiting_seconds', 'Age of the oldest entry that waits')
const checkpoint = gauge('kuvend_ledger_checkpoint_age_seconds', 'Age of the newest published checkpoint')
const refusedSigning = gauge('kuvend_ledger_signing_refused', '1: the log is not signed')
const witnesses = gauge('kuvend_ledger_witnesses', 'Witnesses of the log: all, and those that do not answer', ['state'])
const backup = gauge('kuvend_backup_age_seconds', 'Age of the newest backup that was read again and found whole')
const backupFailed = gauge('kuvend_backup_last_failed', '1: the last backup that was begun has failed')
const changes = gauge('kuvend_search_changes', 'Changes that the search has not taken up, and records it cannot read', [
  'state',
])
const oldestChange = gauge(
  'kuvend_search_oldest_waiting_seconds',
  'Age of the oldest change that the search has not taken up',
)
const indexBuilding = gauge('kuvend_search_index_building', '1: the index is being built anew')
const mended = gauge('kuvend_search_mended', 'Rows of the index that the last nightly comparison had to mend')
const signs = gauge('kuvend_sign_seconds', 'Seconds since something last ran', ['name'])

/** Asks the database for what stands at `/zyra/gjendja` too, at the moment somebody measures. */
export async function measureHouse({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  const age = (since: Date | null) => (since === null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000))
  const [letterFigures, jobFigures, database, lastSigns, ledger, lastBackup, search] = await Promise.all([
    countLetters(db),
    countJobsAt(db, now),
    findDatabaseFigures(db, now),
    listSigns(db),
    findLedgerFigures(db),
    findBackupFigure(db),
    findSearchFigures(db, now),
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
  measureLedger(ledger, refusalIn(lastSigns.find(({ name }) => name === 'ledger') ?? null), age)
  measureBackup(lastBackup, age)
  measureSearch(search, Number(lastSigns.find(({ name }) => name === 'search')?.details.mended ?? 0), age)
  signs.reset()
  // The letters of the morning have a sign for each institution: too many, and of no use to who watches.
  for (const { name, at } of lastSigns) if (!name.includes('duty-letters:')) signs.set({ name }, age(at))
}

type Age = (since: Date | null) => number

function measureLedger(ledger: LedgerFigures, refused: string | null, age: Age): void {
  entries.set({ state: 'published' }, ledger.size ?? 0)
  entries.set({ state: 'waiting' }, ledger.waiting)
  oldestEntry.set(age(ledger.oldestWaiting))
  checkpoint.set(age(ledger.signedAt))
  refusedSigning.set(refused === null ? 0 : 1)
  witnesses.set({ state: 'all' }, ledger.witnesses)
  witnesses.set({ state: 'failing' }, ledger.witnessesFailing)
}

function measureSearch({ waiting, oldest, faulty, filling }: SearchFigures, lastMended: number, age: Age): void {
  changes.set({ state: 'waiting' }, waiting)
  changes.set({ state: 'unread' }, faulty)
  oldestChange.set(age(oldest))
  indexBuilding.set(filling ? 1 : 0)
  mended.set(lastMended)
}

/** Without a backup there is no age: whoever watches asks whether the figure is there. */
function measureBackup(last: BackupFigure | null, age: Age): void {
  if (last?.verifiedAt) backup.set(age(last.verifiedAt))
  else backup.remove()
  backupFailed.set(last?.state === 'failed' ? 1 : 0)
}
