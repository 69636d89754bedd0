import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './export-queries.ts'

export const samples = { findVersionDigest: [[ID]] } satisfies QuerySamples<typeof queries>
