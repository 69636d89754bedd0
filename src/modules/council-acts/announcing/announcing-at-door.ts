import type { JobHandlers, Scheduled } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { COME_INTO_FORCE, comeIntoForce, FOLLOW_CLOCK, followClock } from './come-into-force.ts'

export const announcingJobs = (services: Services): JobHandlers => ({
  [COME_INTO_FORCE]: async () => void (await comeIntoForce(services)),
  [FOLLOW_CLOCK]: (payload) => followClock(services, payload),
})

/** Each hour: a day begins at another hour in universal time in summer than in winter. */
export const announcingSchedule: readonly Scheduled[] = [{ job: COME_INTO_FORCE, at: '10 * * * *' }]
