import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './contents-queries.ts'

export const samples = {
  contentsOf: [[{ id: ID, textVersionId: null }], [{ id: ID, textVersionId: ID }]],
} satisfies QuerySamples<typeof queries>
