import { addDays, civilDateIn, startOfDay } from '../time/civil-date.ts'

/** How often somebody who follows is written to. */
export const PACES = ['at-once', 'daily', 'weekly'] as const
export type Pace = (typeof PACES)[number]

export const isPace = (words: string): words is Pace => PACES.some((pace) => pace === words)

/** What one address may follow: more is no reading any more. */
export const MOST_FOLLOWS = 200

export const FOLLOW_TERMS = {
  /** What nobody confirmed is erased. */
  unconfirmedDays: 7,
  /** What has ended, and who was paused because letters came back. */
  endedDays: 30,
  /** Between two letters with a link that somebody asks for. */
  askedMinutes: 1,
  /** How long a happening is kept with whom it is for: the weekly letter and a long standstill of the machine. */
  matchedDays: 40,
} as const

export const FOLLOW_LIMITS = {
  byAddress: { count: 30, minutes: 60 },
  byEmail: { count: 10, minutes: 60 },
  lostByAddress: { count: 10, minutes: 60 },
} as const

/** Digests in a minute, in all. Whoever runs the installation sets another with KUVEND_DIGESTS_PER_MINUTE. */
export const DIGESTS_PER_MINUTE = 1200
/** Followers in one transaction. */
export const FOLLOWERS_AT_ONCE = 250

const HOUR_OF_DIGESTS = 6.5 * 3_600_000
const MONDAY = 1

/**
 * The last moment at which the letters of the day, or of the week, were due: half past six in the morning where the
 * institutions are, for the week on Mondays. What happened until then belongs into them.
 */
export function lastCut(pace: 'daily' | 'weekly', now: Date, zone: string): Date {
  const today = civilDateIn(zone, now)
  for (let back = 0; back <= 8; back++) {
    const day = addDays(today, -back)
    if (pace === 'weekly' && weekdayOf(day) !== MONDAY) continue
    const cut = halfPastSix(day, zone)
    if (cut.getTime() <= now.getTime()) return cut
  }
  throw new Error('Every eight days hold a Monday')
}

/** By the clock on the wall, also on the days on which it changes: that happens before half past six. */
function halfPastSix(day: string, zone: string): Date {
  const midnight = startOfDay(day, zone)
  const length = startOfDay(addDays(day, 1), zone).getTime() - midnight.getTime()
  const changed = length - 24 * 3_600_000
  return new Date(midnight.getTime() + HOUR_OF_DIGESTS + changed)
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
