import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './feed-queries.ts'

const grants = [
  { institutionId: ID, role: 'clerk', bodyId: null },
  { institutionId: ID, role: 'councillor', bodyId: ID },
]

export const samples = {
  findFeed: [[ID]],
  holdFeeds: [[ID]],
  insertFeed: [[{ id: ID, accountId: ID, tokenDigest: DIGEST, now: MOMENT }]],
  endFeedRow: [[ID, MOMENT]],
  findFeedOwner: [[DIGEST, MOMENT]],
  listFeed: [['sq', { id: ID, grants }, { since: MOMENT, limit: 500 }]],
} satisfies QuerySamples<typeof queries>
