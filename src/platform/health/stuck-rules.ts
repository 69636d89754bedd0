/** Letters of one state that are not done with. */
export type LetterFigure = { state: string; count: number; oldest: Date }

/** `due`: should run already. `failed`: tried for the last time. */
export type JobFigures = { waiting: number; due: number; failed: number; oldestDue: Date | null }

/** What somebody has to look at. */
export type Stuck = { lettersWaiting: number; lettersUndecided: number; jobsWaiting: number; jobsFailed: number }

/** A mail server may be away for a moment, a worker busy: an hour is neither. */
export const STUCK_AFTER_MINUTES = 60

export function stuckOf(letters: readonly LetterFigure[], jobs: JobFigures, now: Date): Stuck {
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
  }
}

export const isStuck = (stuck: Stuck): boolean => Object.values(stuck).some((count) => count > 0)
