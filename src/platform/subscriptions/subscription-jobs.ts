import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { hoursAfter } from '../time/clock.ts'
import type { FollowedKind } from './followed-kind.ts'
import { FOLLOW_TERMS } from './follow-rules.ts'
import { forgetMatched, forgetRounds } from './tell-queries.ts'
import { tellFollowers } from './tell-followers.ts'
import { writeDigests } from './write-digests.ts'

export const subscriptionJobs = (services: Services, kinds: readonly FollowedKind[]): JobHandlers => ({
  'subscriptions.tell': async () => {
    await tellFollowers(services, kinds)
    const written = await writeDigests(services, kinds)
    if (written > 0) services.log.info({ written }, 'digests were queued')
  },
  'subscriptions.forget': () => forgetOld(services),
})

export const subscriptionSchedule: readonly Scheduled[] = [
  { job: 'subscriptions.tell', at: '* * * * *' },
  { job: 'subscriptions.forget', at: '50 2 * * *' },
]

/** For whom something was is not kept once it has been written. */
async function forgetOld({ db, clock }: Services): Promise<void> {
  const before = hoursAfter(clock.now(), -FOLLOW_TERMS.matchedDays * 24)
  for (let count = -1; count !== 0;) count = await forgetMatched(db, before)
  await forgetRounds(db, before)
}
