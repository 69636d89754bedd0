import { DIGEST, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './rate-limit-queries.ts'

export const samples = {
  countAttempt: [[DIGEST, MOMENT]],
  deleteRateLimitsBefore: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
