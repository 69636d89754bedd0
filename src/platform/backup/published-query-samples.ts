import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-queries.ts'

export const samples = {
  listWitnessPlaces: [[]],
  listOrigins: [[]],
} satisfies QuerySamples<typeof queries>
