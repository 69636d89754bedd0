import type { Door } from '../door.ts'
import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { reconcileIndex } from './index/reconcile-index.ts'

/** The nightly look whether the index is as the record is. What changes by day is followed by the loop. */
export const searchJobs = (services: Services, doors: readonly Door[]): JobHandlers => ({
  'search.reconcile': async () => void (await reconcileIndex(services, doors)),
})

export const searchSchedule: readonly Scheduled[] = [{ job: 'search.reconcile', at: '35 3 * * *' }]
