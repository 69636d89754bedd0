import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './public-group-queries.ts'

export const samples = {
  listPublicGroupsOf: [
    [ID, null, 10],
    [ID, { number: 3, id: ID }, 10],
  ],
  findPublicGroup: [[ID, '7K3M-Q9TB']],
  listPublicMembers: [
    [ID, null, 10],
    [ID, '7K3M-Q9TB', 10],
  ],
  listGroupLines: [[[ID]]],
  countPublicGroups: [[ID]],
} satisfies QuerySamples<typeof queries>
