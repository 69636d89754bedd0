import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './unconfirmed-case-queries.ts'

export const samples = { eraseUnconfirmedCases: [[MOMENT]] } satisfies QuerySamples<typeof queries>
