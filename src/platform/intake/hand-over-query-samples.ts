import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './hand-over-queries.ts'

const ORDER = { from: ID, to: ID, at: MOMENT }

export const samples = {
  listCasesWith: [[ID]],
  takeOverCases: [[ORDER]],
  takeOverPoints: [[ORDER]],
} satisfies QuerySamples<typeof queries>
