import { authJobs, authSchedule } from '#platform/auth/auth-jobs.ts'
import { fileJobs, fileSchedule } from '#platform/documents/sweep-files.ts'
import type { JobHandler, JobHandlers, Scheduled } from '#platform/jobs/jobs.ts'
import { startWorker, type RunningWorker } from '#platform/jobs/worker.ts'
import { standingJobs, standingSchedule } from '#platform/ledger/standing-jobs.ts'
import { mailJobs, mailSchedule } from '#platform/mail/mail-jobs.ts'
import { searchJobs, searchSchedule } from '#platform/search/search-jobs.ts'
import type { Services } from '#platform/services.ts'
import { showSign } from '#platform/signs/show-sign.ts'
import { doors } from './doors.ts'

/** As many as there are processors on a small machine. */
const CONCURRENCY = 2

/** Every job of the platform and of every subject, under its name. */
export function jobHandlers(services: Services): JobHandlers {
  const rooms = [
    authJobs(services),
    fileJobs(services),
    mailJobs(services),
    standingJobs(services, doors),
    searchJobs(services, doors),
    ...doors.map((door) => door.jobs?.(services, doors) ?? {}),
  ]
  const all = rooms.flatMap((jobs) => Object.entries(jobs))
  const twice = all.find(([name], index) => all.findIndex(([other]) => other === name) !== index)
  if (twice) throw new Error(`two jobs are called ${twice[0]}`)
  return withSigns(services, Object.fromEntries(all))
}

/** What the clock starts shows a sign of life each time it has come to its end. */
function withSigns(services: Services, handlers: JobHandlers): JobHandlers {
  const clocked = new Set(schedule.map(({ job }) => job))
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]): [string, JobHandler] => [
      name,
      clocked.has(name)
        ? async (payload) => {
            await handler(payload)
            await showSign(services, `job:${name}`)
          }
        : handler,
    ]),
  )
}

export const schedule: readonly Scheduled[] = [
  ...authSchedule,
  ...fileSchedule,
  ...mailSchedule,
  ...standingSchedule,
  ...searchSchedule,
  ...doors.flatMap((door) => door.schedule ?? []),
]

export const startWorkers = (services: Services, databaseUrl: string): Promise<RunningWorker> =>
  startWorker(services, databaseUrl, jobHandlers(services), schedule, { concurrency: CONCURRENCY })
