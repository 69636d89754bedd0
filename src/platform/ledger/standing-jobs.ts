import type { Door } from '../door.ts'
import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { enterStandingRecords } from './enter-standing-records.ts'

export const standingJobs = (services: Services, doors: readonly Pick<Door, 'records'>[]): JobHandlers => ({
  'ledger.enter-standing-records': async () => {
    const { entered } = await enterStandingRecords(services, doors)
    if (entered > 0) services.log.info({ entered }, 'standing records entered in the ledger')
  },
})

/** One look at a small table once all is entered. */
export const standingSchedule: readonly Scheduled[] = [{ job: 'ledger.enter-standing-records', at: '*/10 * * * *' }]
