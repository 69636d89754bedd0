import type { JobHandlers } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { applyPointed } from './settle-doubt.ts'
import { takeUploaded } from './take-uploaded.ts'
import { undoArchive } from './undo-archive.ts'

export const archiveJobs = (services: Services): JobHandlers => ({
  'council-acts.take-archive': ({ archive }) => takeUploaded(services, String(archive)),
  'council-acts.undo-archive': async ({ archive, account }) => {
    await undoArchive(services, { archiveId: String(archive), by: String(account), progress: () => {} })
  },
  'council-acts.apply-pointed': ({ line, account }) => applyPointed(services, String(line), String(account)),
})
