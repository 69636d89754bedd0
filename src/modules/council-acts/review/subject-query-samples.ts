import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './subject-queries.ts'

export const samples = {
  listTransmittalNames: [[[ID]]],
  listVerdictNames: [[[ID]]],
} satisfies QuerySamples<typeof queries>
