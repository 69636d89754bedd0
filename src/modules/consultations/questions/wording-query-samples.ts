import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './wording-queries.ts'

export const samples = { listBases: [[[ID]]] } satisfies QuerySamples<typeof queries>
