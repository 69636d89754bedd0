import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './pointing-queries.ts'

export const samples = {
  holdActsWithWord: [
    [ID, { column: 'topics', word: 'buxhet' }, null, 1000],
    [ID, { column: 'type', word: 'vendim' }, ID, 1000],
    [ID, { column: 'status', word: 'ne-fuqi' }, null, 1000],
  ],
  addTopicToActs: [[ID, [], ID]],
  setKindOfActs: [[[ID], 'decision']],
  setForceOfActs: [[[ID], 'in-force']],
  markCorrected: [[[ID], MOMENT, null]],
} satisfies QuerySamples<typeof queries>
