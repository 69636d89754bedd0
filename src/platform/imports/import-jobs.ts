import type { Door } from '../door.ts'
import type { JobHandlers } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { findTarget } from './find-target.ts'
import { findImport } from './import-queries.ts'
import { reckonImport } from './reckon-import.ts'
import { takeInJob } from './take-import.ts'
import { forgetStaged } from './undo-import.ts'

/** What large tables leave to the worker. */
export function importJobs(services: Services, doors: readonly Door[]): JobHandlers {
  const targetOf = async (id: string) => {
    const found = await findImport(services.db, id)
    return found ? findTarget(doors, services, found.target, found.institutionId) : null
  }
  return {
    'imports.reckon': async ({ id }) => {
      const target = await targetOf(String(id))
      if (target) await reckonImport(services, target, String(id))
    },
    'imports.take': async ({ id, account }) => {
      const target = await targetOf(String(id))
      if (target) await takeInJob(services, target, String(id), String(account))
    },
    'imports.forget-staged': () => forgetStaged(services),
  }
}
