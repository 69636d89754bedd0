import { readFile, statfs } from 'node:fs/promises'
import {
  countJobsAt,
  countLetters,
  findDatabaseFigures,
  type DatabaseFigures,
} from '#platform/health/health-queries.ts'
import { findBackupFigure, findLedgerFigures, isBackupLate } from '#platform/health/ledger-figure-queries.ts'
import {
  refusalIn,
  BACKUP_LATE_AFTER_MINUTES,
  stuckOf,
  type BackupFigure,
  type JobFigures,
  type LedgerFigures,
  type LetterFigure,
  type Stuck,
} from '#platform/health/stuck-rules.ts'
import { findSearchFigures, type SearchFigures } from '#platform/search/index/changed-queries.ts'
import type { Services } from '#platform/services.ts'
import { listSigns, type Sign } from '#platform/signs/sign-queries.ts'
import { minutesBefore } from '#platform/time/clock.ts'

export type HealthView = {
  stuck: Stuck
  letters: readonly LetterFigure[]
  jobs: JobFigures
  database: DatabaseFigures
  /** Bytes; null where the system does not say. */
  freeDisk: number | null
  filesAnswer: boolean
  versions: { kuvend: string; node: string }
  schedule: readonly { job: string; at: string; last: Date | null }[]
  imap: Sign | null
  backup: BackupFigure | null
  ledger: LedgerFigures
  /** Why the log is not signed; null: it is. */
  refused: string | null
  search: SearchFigures
  /** What the nightly look found; null: it has not looked yet. */
  searchLooked: Sign | null
  /** What the nightly look at the links found; null: it has not looked yet. */
  linksLooked: Sign | null
}

/** Nobody keeps a content with this digest: that there is none is an answer too. */
const NO_CONTENT = '0'.repeat(64)

/** `scheduled`: what the clock starts, of the platform and of every subject. */
export async function viewHealth(
  services: Services,
  scheduled: readonly { job: string; at: string }[],
): Promise<HealthView> {
  const { db, clock, settings } = services
  const now = clock.now()
  const [letters, jobs, database, signs, freeDisk, filesAnswer, kuvend, ledger, backup, backupLate, search] =
    await Promise.all([
      countLetters(db),
      countJobsAt(db, now),
      findDatabaseFigures(db, now),
      listSigns(db),
      freeBytes(settings.dataFolder),
      answers(services),
      ownVersion(),
      findLedgerFigures(db),
      findBackupFigure(db),
      isBackupLate(db, minutesBefore(now, BACKUP_LATE_AFTER_MINUTES)),
      findSearchFigures(db, now),
    ])
  const refused = refusalIn(signOf(signs, 'ledger'))
  return {
    stuck: stuckOf({ letters, jobs, ledger, refused, backupLate, search }, now),
    letters,
    jobs,
    database,
    freeDisk,
    filesAnswer,
    versions: { kuvend, node: process.versions.node },
    schedule: scheduleOf(scheduled, signs),
    imap: signOf(signs, 'imap'),
    backup,
    ledger,
    refused,
    search,
    searchLooked: signOf(signs, 'search'),
    linksLooked: signOf(signs, 'links'),
  }
}

const signOf = (signs: readonly Sign[], name: string): Sign | null => signs.find((one) => one.name === name) ?? null

/** Also what another process has started, whose schedule is not ours. */
function scheduleOf(scheduled: readonly { job: string; at: string }[], signs: readonly Sign[]): HealthView['schedule'] {
  const known = signs.flatMap(({ name }) => (name.startsWith('job:') ? [name.slice('job:'.length)] : []))
  const jobNames = [...new Set([...scheduled.map(({ job }) => job), ...known])].toSorted()
  return jobNames.map((job) => ({
    job,
    at: scheduled.find((one) => one.job === job)?.at ?? '',
    last: signOf(signs, `job:${job}`)?.at ?? null,
  }))
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

async function answers({ files, log }: Services): Promise<boolean> {
  try {
    const content = await files.open(NO_CONTENT)
    content?.destroy()
    return true
  } catch (error) {
    log.warn({ error: String(error) }, 'the file store does not answer')
    return false
  }
}

/** Read at each view: the page is opened now and then. */
async function ownVersion(): Promise<string> {
  const text = await readFile('package.json', 'utf8').catch(() => '{}')
  const { version } = JSON.parse(text) as { version?: string }
  return version ?? ''
}
