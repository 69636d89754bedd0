import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './answer-queries.ts'

export const samples = {
  answersOf: { untried: 'a column of other queries, tried with each of them' },
} satisfies QuerySamples<typeof queries>
