import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './choice-queries.ts'

const days = { from: '2026-01-01', to: '2026-12-31' }

export const samples = {
  findRegisterYears: [[]],
  listCommissions: [[ID]],
  listActInstitutions: [['sq'], ['en']],
  listIntoForce: [
    ['sq', { ...days, institutionId: null, topics: null, places: null }, 10],
    ['en', { ...days, institutionId: ID, topics: ID, places: ID }, 10],
  ],
} satisfies QuerySamples<typeof queries>
