import { DIGEST, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './lock-out-queries.ts'

export const samples = {
  findLock: [[DIGEST, MOMENT]],
  countRefusal: [[DIGEST, MOMENT, MOMENT]],
  setLock: [[DIGEST, MOMENT]],
  deleteLock: [[DIGEST]],
  deleteLocksBefore: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
