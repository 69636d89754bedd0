import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './remove-factor-queries.ts'

export const samples = { findPerson: [[ID]] } satisfies QuerySamples<typeof queries>
