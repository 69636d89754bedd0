import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './satisfaction-queries.ts'

export const samples = {
  listSatisfaction: [
    ['sq', { year: null, limit: 5 }],
    ['en', { year: 2026, limit: 5 }],
  ],
  listSatisfactionYears: [[]],
  satisfactionOf: [[ID]],
} satisfies QuerySamples<typeof queries>
