import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-council-queries.ts'

const DAY = '2026-11-22'

export const samples = {
  listPublicPayments: [
    [{ institutionId: null, personId: null, year: null, after: null }, 51],
    [{ institutionId: ID, personId: ID, year: 2026, after: { day: DAY, id: ID } }, 51],
  ],
  listPaymentYears: [[{ institutionId: null, personId: null }], [{ institutionId: ID, personId: ID }]],
  listPublicTerms: [
    ['sq', null],
    ['en', ID],
  ],
  listPublicResults: [[[ID]]],
  listPublicStaff: [
    ['sq', null],
    ['en', ID],
  ],
  listPublicAffiliations: [
    ['sq', null],
    ['en', ID],
  ],
  listPublicBodies: [['sq', ID]],
  findPublicBody: [['en', ID]],
  listSeatsOn: [[ID, DAY]],
  listChairsOf: [[ID]],
  listPublicParties: [[null], [ID]],
  listCouncilInstitutions: [['sq']],
} satisfies QuerySamples<typeof queries>
