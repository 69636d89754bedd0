import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './tell-queries.ts'

export const samples = {
  holdRounds: [[]],
  lastRound: [[], [MOMENT]],
  listUntold: [[MOMENT, 200]],
  markTold: [[[ID], MOMENT]],
  insertRound: [[1, MOMENT]],
  matchHappenings: [[{ loud: [ID], quiet: [ID], round: 1 }]],
  forgetMatched: [[MOMENT]],
  forgetRounds: [[MOMENT]],
  listStaleSelections: [[2]],
  setWordsQuery: [[ID, "'uj'", 2]],
} satisfies QuerySamples<typeof queries>
