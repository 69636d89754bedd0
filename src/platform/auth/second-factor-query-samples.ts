import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './second-factor-queries.ts'

export const samples = {
  findFactors: [[ID]],
  hasConfirmedFactor: [[ID]],
  findSecret: [[ID]],
  spendStep: [[ID, 59_000_000]],
  setFactor: [[{ accountId: ID, secret: DIGEST, step: 59_000_000, now: MOMENT, mayReplace: true }]],
  deleteFactor: [[ID]],
} satisfies QuerySamples<typeof queries>
