import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './verification-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  insertVerification: [
    [
      {
        beganAt: MOMENT,
        endedAt: MOMENT,
        outcome: 'well',
        size: 0,
        root: Buffer.alloc(32),
        counts: {},
        named: [],
        namedCount: 0,
        failure: null,
      },
    ],
  ],
  findNewestVerification: [[]],
  listWatchers: [[MOMENT]],
}
