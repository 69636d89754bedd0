import { createHmac } from 'node:crypto'
import type { Services } from '../services.ts'
import { countAttempt } from './rate-limit-queries.ts'

/** At most `count` attempts within a window of `minutes`. */
export type Limit = { count: number; minutes: number }

/**
 * Counts an attempt and says whether it is one too many. Kept are keyed digests of form and address; the key is made of
 * the day, so yesterday's rows cannot be tied to anybody, and they are deleted the next night.
 * Stands outside the deed's transaction on purpose: an attempt that is rolled back still counts.
 */
export async function isTooMany(
  { db, clock, settings }: Pick<Services, 'db' | 'clock' | 'settings'>,
  form: string,
  address: string,
  limit: Limit,
): Promise<boolean> {
  const now = clock.now()
  const key = createHmac('sha256', settings.secret)
    .update(`rate-limit ${now.toISOString().slice(0, 10)}`)
    .digest()
  const digest = createHmac('sha256', key).update(`${form}\n${address.toLowerCase()}`).digest()
  const length = limit.minutes * 60_000
  const windowStart = new Date(Math.floor(now.getTime() / length) * length)
  return (await countAttempt(db, digest, windowStart)) > limit.count
}
