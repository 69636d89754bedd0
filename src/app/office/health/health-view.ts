import { readFile, statfs } from 'node:fs/promises'
import {
  countJobsAt,
  countLetters,
  findDatabaseFigures,
  type DatabaseFigures,
} from '#platform/health/health-queries.ts'
import { stuckOf, type JobFigures, type LetterFigure, type Stuck } from '#platform/health/stuck-rules.ts'
import type { Services } from '#platform/services.ts'
import { listSigns, type Sign } from '#platform/signs/sign-queries.ts'

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
  backup: Sign | null
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
  const [letters, jobs, database, signs, freeDisk, filesAnswer, kuvend] = await Promise.all([
    countLetters(db),
    countJobsAt(db, now),
    findDatabaseFigures(db, now),
    listSigns(db),
    freeBytes(settings.dataFolder),
    answers(services),
    ownVersion(),
  ])
  const sign = (name: string) => signs.find((one) => one.name === name) ?? null
  const known = signs.flatMap(({ name }) => (name.startsWith('job:') ? [name.slice('job:'.length)] : []))
  const jobNames = [...new Set([...scheduled.map(({ job }) => job), ...known])].toSorted()
  return {
    stuck: stuckOf(letters, jobs, now),
    letters,
    jobs,
    database,
    freeDisk,
    filesAnswer,
    versions: { kuvend, node: process.versions.node },
    schedule: jobNames.map((job) => ({
      job,
      at: scheduled.find((one) => one.job === job)?.at ?? '',
      last: sign(`job:${job}`)?.at ?? null,
    })),
    imap: sign('imap'),
    backup: sign('backup'),
  }
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
