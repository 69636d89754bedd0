import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './takedown-queries.ts'

export const samples = {
  setPlanState: [[ID, 'taken-down', MOMENT]],
} satisfies QuerySamples<typeof queries>
