import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = {
  findDemonstration: [[ID, 'Rregullorja e tregjeve']],
} satisfies QuerySamples<typeof queries>
