/** A copy that stands; `day` is its civil date in the zone of the installation. */
export type StandingCopy = { id: string; startedAt: Date; day: string }

export type Keeping = { daily: number; weekly: number; monthly: number }

/**
 * Which copies the rotation takes away: kept is the newest of each of the last days, weeks and months that have one. The
 * newest of all is kept whatever the numbers say.
 */
export function copiesToRemove(copies: readonly StandingCopy[], keeping: Keeping): string[] {
  const newestFirst = copies.toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime())
  const kept = new Set([
    ...newestFirst.slice(0, 1).map(({ id }) => id),
    ...newestOfEach(newestFirst, ({ day }) => day, keeping.daily),
    ...newestOfEach(newestFirst, ({ day }) => mondayOf(day), keeping.weekly),
    ...newestOfEach(newestFirst, ({ day }) => day.slice(0, 7), keeping.monthly),
  ])
  return newestFirst.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
}

function newestOfEach(
  newestFirst: readonly StandingCopy[],
  spanOf: (copy: StandingCopy) => string,
  count: number,
): string[] {
  const newest = new Map<string, string>()
  for (const copy of newestFirst) if (!newest.has(spanOf(copy))) newest.set(spanOf(copy), copy.id)
  return [...newest.values()].slice(0, count)
}

/** The Monday of the week of a civil date. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (date.getUTCDay() + 6) % 7
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10)
}

export type RunToday = { state: 'running' | 'verified' | 'failed' }

/** A full disk does not empty itself within the hour, but a line that was down may be up again. */
const TRIES_A_DAY = 3

/** Whether a copy by the clock is due: its hour has come, and today none was made and not too many failed. */
export function isDue(hourNow: number, hour: number, today: readonly RunToday[]): boolean {
  if (hourNow < hour) return false
  if (today.some(({ state }) => state === 'verified')) return false
  return today.filter(({ state }) => state === 'failed').length < TRIES_A_DAY
}

/** What holds until somebody has set something. */
export const DEFAULT_SETTINGS = {
  enabled: false,
  folder: null,
  hour: 3,
  keepDaily: 7,
  keepWeekly: 4,
  keepMonthly: 6,
  offsiteSealed: null,
  offsiteShown: null,
  passphraseFile: null,
  changedAt: null,
} as const
