import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './waiting-queries.ts'

export const samples = {
  insertWaiting: [[ID]],
  insertWaitingOfComment: [[ID]],
  listWaiting: [[]],
  endWaiting: [[['1', '2']]],
  holdPlacing: [[ID]],
} satisfies QuerySamples<typeof queries>
