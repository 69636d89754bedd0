import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './row-queries.ts'

export const samples = {
  listKnownRows: [[ID, [`${'0'.repeat(64)}:1`]]],
  lastPosition: [[ID]],
  insertRows: [[{ datasetId: ID, institutionId: ID, importId: ID, at: MOMENT }, []]],
  deleteRowsOf: [[ID, ID]],
  countRowsOf: [[ID, ID]],
  noteRows: [[ID, 3, MOMENT]],
  listRows: [[ID, 0, 50]],
} satisfies QuerySamples<typeof queries>
