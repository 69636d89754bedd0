import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './public-queries.ts'

export const samples = {
  listAllRoleAddresses: [[]],
} satisfies QuerySamples<typeof queries>
