import { deleteRateLimitsBefore } from '../http/rate-limit-queries.ts'
import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { hoursAfter } from '../time/clock.ts'
import { FORGOTTEN_AFTER_HOURS } from './lock-out-rules.ts'
import { deleteLocksBefore } from './lock-out-queries.ts'
import { deleteChallengesExpiredBefore } from './passkey-queries.ts'
import { deleteSessionsExpiredBefore } from './session-queries.ts'
import { deleteCodesExpiredBefore } from './sign-in-queries.ts'

const DAY = 24

/** At night, away from the full hour when everybody's clocks run. */
export const authSchedule: readonly Scheduled[] = [{ job: 'auth.forget-expired', at: '17 2 * * *' }]

/**
 * Forgets what no longer serves: codes and rate limits after a day, sessions 30 days after their end, so that their
 * holder can still be told of a sign-in that was not theirs.
 */
export const authJobs = ({ db, clock, log }: Services): JobHandlers => ({
  'auth.forget-expired': async () => {
    const now = clock.now()
    const codes = await deleteCodesExpiredBefore(db, hoursAfter(now, -DAY))
    const challenges = await deleteChallengesExpiredBefore(db, hoursAfter(now, -DAY))
    const limits = await deleteRateLimitsBefore(db, hoursAfter(now, -DAY))
    const sessions = await deleteSessionsExpiredBefore(db, hoursAfter(now, -30 * DAY))
    const locks = await deleteLocksBefore(db, hoursAfter(now, -FORGOTTEN_AFTER_HOURS))
    log.info({ codes, challenges, limits, locks, sessions }, 'expired sign-in data forgotten')
  },
})
