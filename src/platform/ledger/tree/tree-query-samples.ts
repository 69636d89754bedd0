import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './tree-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  findNewestPublished: [[]],
  findTiles: [[[{ level: 0, n: 0 }]]],
}
