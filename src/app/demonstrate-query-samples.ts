import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = {
  lockDemonstration: [[]],
  hasInstitution: [[]],
} satisfies QuerySamples<typeof queries>
