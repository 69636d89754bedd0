import { authJobs, authSchedule } from '#platform/auth/auth-jobs.ts'
import type { JobHandlers, Scheduled } from '#platform/jobs/jobs.ts'
import { startWorker, type RunningWorker } from '#platform/jobs/worker.ts'
import type { Services } from '#platform/services.ts'
import { modules } from './modules.ts'

/** As many as there are processors on a small machine: documents are made here, and they fill one each. */
const CONCURRENCY = 2

/** Every job of the platform and of the modules, under its name. */
export function jobHandlers(services: Services): JobHandlers {
  return Object.assign({}, authJobs(services), ...modules.map((module) => module.jobs(services)))
}

export const schedule: readonly Scheduled[] = [...authSchedule, ...modules.flatMap((module) => module.schedule)]

export const startWorkers = (services: Services, databaseUrl: string): Promise<RunningWorker> =>
  startWorker(services, databaseUrl, jobHandlers(services), schedule, { concurrency: CONCURRENCY })
