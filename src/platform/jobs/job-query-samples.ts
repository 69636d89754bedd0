import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './job-queries.ts'

export const samples = {
  addJob: [
    ['mail.send', { letter: ID }, {}],
    ['mail.send', { letter: ID }, { key: ID, runAt: MOMENT, maxAttempts: 3, queue: 'letters' }],
  ],
  countJobs: [[]],
  holdWorkerLock: { untried: 'goes through the other driver; worker.test.ts runs it' },
  releaseJobsOfDeadWorkers: [[]],
} satisfies QuerySamples<typeof queries>
