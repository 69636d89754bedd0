import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './public-queries.ts'

export const samples = { findTextOf: [[ID]] } satisfies QuerySamples<typeof queries>
