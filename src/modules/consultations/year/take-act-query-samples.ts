import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './take-act-queries.ts'

export const samples = {
  listYearPlansForTables: [[null], [[ID]]],
  listTitles: [[ID]],
  deleteImported: [[ID, ID]],
} satisfies QuerySamples<typeof queries>
