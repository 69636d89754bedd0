import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './waiting-queries.ts'

export const samples = {
  listAdoptedVotes: [
    [null, null, 10],
    [[ID], { at: MOMENT, id: ID }, 10],
  ],
  countAdoptedVotes: [[null], [[ID]]],
  findAdoptedVote: [[ID]],
  findActOfVote: [[`council.vote:${ID}`]],
  listAdoptedAmendments: [[ID]],
  findConsultedText: [[`council.paper:${ID}`]],
} satisfies QuerySamples<typeof queries>
