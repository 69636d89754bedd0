import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './report-figure-queries.ts'

const of = { institutionId: ID, year: 2025 }

export const samples = {
  countBeside: [[of, MOMENT]],
  countNumbers: [[of]],
  gatherYear: [[of, { now: MOMENT, day: '2026-11-22' }]],
} satisfies QuerySamples<typeof queries>
