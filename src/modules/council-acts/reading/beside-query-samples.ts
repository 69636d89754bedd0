import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './beside-queries.ts'

export const samples = {
  listPublicRelations: [[ID]],
  listPublicStates: [[ID]],
  listPublicAmendments: [[ID]],
  listPublicEvents: [[ID]],
  listPublicPostings: [[ID]],
  listPublicReturns: [[ID]],
  findVoteOfAct: [[`council.vote:${ID}`]],
  listBallotsOfVote: [[ID]],
  findMatterOfAct: [[{ meetingRef: `council.meeting:${ID}`, paperRef: null }]],
} satisfies QuerySamples<typeof queries>
