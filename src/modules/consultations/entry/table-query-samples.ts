import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './table-queries.ts'

export const samples = {
  listOpenToTables: [
    [null, 500],
    [[ID], 500],
  ],
  listArticles: [[ID]],
  listRowStates: [[[ID]]],
  setPoints: [[ID, 3]],
  holdImported: [[ID]],
} satisfies QuerySamples<typeof queries>
