import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './votes-queries.ts'

const NONE = { institutionId: null, year: null, result: null, personId: null, after: null, limit: 51 }

export const samples = {
  listVotesOfMeeting: [['en', 'prova-1']],
  findShownVote: [['sq', 'prova-1', ID]],
  listShownBallots: [[ID]],
  listBallotsOfMeeting: [[ID]],
  listShownVotes: [
    ['sq', NONE],
    [
      'en',
      { institutionId: ID, year: 2026, result: 'adopted', personId: ID, after: { at: MOMENT, id: ID }, limit: 51 },
    ],
  ],
  findPublicMeetingHead: [['en', 'prova-1']],
  listVoters: [[null], [ID]],
  listVotingInstitutions: [['en']],
} satisfies QuerySamples<typeof queries>
