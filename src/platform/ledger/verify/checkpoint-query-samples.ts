import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './checkpoint-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  listLogs: [[]],
  listKeys: [[]],
  listCheckpoints: [[[1], { from: -1, to: 10 }]],
  findLargestSize: [[]],
  listCosignatures: [[{ logId: 0, size: -1, witnessId: 0 }, 10]],
}
