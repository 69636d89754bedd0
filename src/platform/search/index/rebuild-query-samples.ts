import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './rebuild-queries.ts'

export const samples = {
  findSearchState: [[]],
  beginFilling: [[]],
  swapIndexes: [[1, MOMENT]],
  emptyNext: [[]],
  analyseIndex: [[]],
  tryRebuildLock: [[]],
  releaseRebuildLock: [[]],
} satisfies QuerySamples<typeof queries>
