import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './sequence-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  holdLedger: [[]],
  waitForLedger: [[]],
  holdCopying: [[]],
  isWorkWaiting: [[]],
  listLogs: [[]],
  findTreeState: [[]],
  placeEntries: [[0, 5_000]],
  writeTiles: [[[{ level: 0, n: 0, hashes: Buffer.alloc(32) }]]],
  insertCheckpoint: [[{ logId: 1, size: 1, root: Buffer.alloc(32), note: 'note', at: MOMENT }]],
  markPublished: [[1, 1, MOMENT]],
}
