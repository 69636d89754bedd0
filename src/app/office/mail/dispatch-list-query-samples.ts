import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './dispatch-list-queries.ts'

export const samples = {
  listDispatches: [
    ['sq', { institutions: null, state: null, way: null, after: null, limit: 50 }],
    ['en', { institutions: [ID], state: 'handed-on', way: 'hand', after: { at: MOMENT, id: ID }, limit: 50 }],
    ['en', { institutions: [ID, ID], state: null, way: null, after: null, limit: 50 }],
  ],
  listDispatchesTo: [['sq', ID]],
  listDispatchesOf: [['sq', `letters.letter:${ID}`]],
  countToPrint: [[null], [[ID]]],
  findDispatch: [['sq', ID]],
  listToPrint: [
    ['sq', { institutions: [ID], ids: null, limit: 50 }],
    ['sq', { institutions: null, ids: [ID], limit: 50 }],
  ],
  listDispatchChanges: [[`dispatch.dispatch:${ID}`]],
  listDispatchesById: [['sq', [ID]]],
  listLettersById: [[[ID]]],
} satisfies QuerySamples<typeof queries>
