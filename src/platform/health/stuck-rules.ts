/** Letters of one state that are not done with. */
export type LetterFigure = { state: string; count: number; oldest: Date }

/** `due`: should run already. `failed`: tried for the last time. */
export type JobFigures = { waiting: number; due: number; failed: number; oldestDue: Date | null }

export type LedgerFigures = {
  /** Entries that nobody is shown yet: without a place in the tree, or beyond the newest published checkpoint. */
  waiting: number
  oldestWaiting: Date | null
  /** Of the newest published checkpoint; null: nothing was published yet. */
  size: number | null
  signedAt: Date | null
  witnesses: number
  witnessesFailing: number
  /** Since when the first of them fails. */
  failingSince: Date | null
  /** The database came from a copy, and nobody has said yet how the log goes on. */
  restoreWaits: boolean
}

/** How far the index of the search is behind the deeds. */
export type SearchFigures = { waiting: number; oldest: Date | null; faulty: number }

export type BackupFigure = { state: 'running' | 'verified' | 'failed'; startedAt: Date; verifiedAt: Date | null }

/** What somebody has to look at. */
export type Stuck = {
  lettersWaiting: number
  lettersUndecided: number
  jobsWaiting: number
  jobsFailed: number
  entriesWaiting: number
  signingRefused: number
  witnessesFailing: number
  backupsLate: number
  searchLate: number
  searchFaulty: number
}

/** A mail server may be away for a moment, a worker busy: an hour is neither. */
export const STUCK_AFTER_MINUTES = 60
/** An entry is in the tree five seconds after its deed. */
export const ENTRIES_LATE_AFTER_MINUTES = 5
/** A change is found two seconds after its deed. */
export const SEARCH_LATE_AFTER_MINUTES = 5
/** One a day, and some hours for a large one and its second try. */
export const BACKUP_LATE_AFTER_MINUTES = 32 * 60
/** A witness of others may be away for a night. */
export const WITNESS_LATE_AFTER_MINUTES = 24 * 60

export type Figures = {
  letters: readonly LetterFigure[]
  jobs: JobFigures
  ledger: LedgerFigures
  /** Why the log is not signed; null: it is. */
  refused: string | null
  /** Copies are made by the clock, and the last good one is too old. */
  backupLate: boolean
  search: SearchFigures
}

export function stuckOf({ letters, jobs, ledger, refused, backupLate, search }: Figures, now: Date): Stuck {
  const before = (moment: Date | null, minutes: number) =>
    moment !== null && moment.getTime() < now.getTime() - minutes * 60_000
  const limit = now.getTime() - STUCK_AFTER_MINUTES * 60_000
  const count = (states: readonly string[]) =>
    letters
      .filter(({ state, oldest }) => states.includes(state) && oldest.getTime() < limit)
      .reduce((sum, figure) => sum + figure.count, 0)
  return {
    lettersWaiting: count(['queued', 'claimed']),
    lettersUndecided: count(['uncertain', 'failed']),
    jobsWaiting: jobs.oldestDue && jobs.oldestDue.getTime() < limit ? jobs.due : 0,
    jobsFailed: jobs.failed,
    entriesWaiting: before(ledger.oldestWaiting, ENTRIES_LATE_AFTER_MINUTES) ? ledger.waiting : 0,
    signingRefused: refused === null ? 0 : 1,
    witnessesFailing: before(ledger.failingSince, WITNESS_LATE_AFTER_MINUTES) ? ledger.witnessesFailing : 0,
    backupsLate: backupLate ? 1 : 0,
    searchLate: before(search.oldest, SEARCH_LATE_AFTER_MINUTES) ? search.waiting : 0,
    searchFaulty: search.faulty,
  }
}

export const isStuck = (stuck: Stuck): boolean => Object.values(stuck).some((count) => count > 0)

export const stuckKeys = (stuck: Stuck): string[] =>
  Object.entries(stuck).flatMap(([key, count]) => (count > 0 ? [key] : []))

/** What is stuck that the last alarm did not tell of. */
export const newlyStuck = (stuck: Stuck, told: Readonly<Record<string, unknown>>): string[] =>
  stuckKeys(stuck).filter((key) => told[key] !== true)

/** Why the log is not signed, as the last round left it; null: it is, or nobody has tried. */
export function refusalIn(sign: { details: Readonly<Record<string, unknown>> } | null): string | null {
  const { ok, why } = sign?.details ?? {}
  if (ok !== false) return null
  return typeof why === 'string' ? why : ''
}
