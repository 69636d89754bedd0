import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './counter-queries.ts'

const SERIES = { institutionId: ID, series: '', year: 2026 } as const

export const samples = {
  peekNumber: [[SERIES]],
  takeNumber: [[SERIES]],
  raiseCounter: [[SERIES, 57]],
} satisfies QuerySamples<typeof queries>
