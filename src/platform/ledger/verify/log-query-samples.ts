import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './log-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  listSequenced: [[-1, 10]],
  listUnsequenced: [['0', 10]],
  countLog: [[]],
  countWaiting: [[MOMENT]],
  listVersionGaps: [[10]],
  findTiles: [[[{ level: 0, n: 1 }]]],
  countTiles: [[]],
  listLostSalts: [[10]],
  findPlaced: [[[1, 2]]],
}
