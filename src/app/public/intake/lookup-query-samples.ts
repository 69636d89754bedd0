import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './lookup-queries.ts'

export const samples = { findPublicCase: [['AAAA-AAAA']] } satisfies QuerySamples<typeof queries>
