import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-people-queries.ts'

const ALL = { institutionId: null, term: null, party: null, body: null, today: '2026-11-22', after: null }

export const samples = {
  findPublicCouncillor: [
    ['sq', 'arta-gjoni'],
    ['en', 'arta-gjoni'],
  ],
  listPublicByIds: [
    ['sq', [ID]],
    ['sq', [ID, ID]],
  ],
  listPublicCouncillorIds: [
    [null, 10],
    [ID, 10],
  ],
  listPublicCouncillors: [
    ['sq', ALL, 61],
    ['en', { ...ALL, institutionId: ID, term: ID, party: ID, body: ID, after: ID }, 61],
    ['sq', { ...ALL, party: 'none' }, 61],
  ],
  listPublicMandates: [['sq', ID]],
  listPresenceOf: [['sq', ID]],
  listVotesOf: [
    [ID, null, 26],
    [ID, { at: MOMENT, id: ID }, 26],
  ],
} satisfies QuerySamples<typeof queries>
