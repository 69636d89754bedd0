import { ID, type QuerySamples } from '#test/query-samples.ts'
import { EVERYTHING } from '../selection-rules.ts'
import type * as queries from './hits-queries.ts'

const resolved = {
  selection: EVERYTHING,
  tsquery: "'buxhet'",
  matter: null,
  kind: 'consultation',
  institutionId: ID,
  year: 2026,
  state: 'open',
  topics: [ID],
  places: [ID],
}
const question = { resolved, order: 'relevance', after: null, limit: 20, perGroup: 4 } as const

export const samples = {
  findHits: [
    [question],
    [{ ...question, order: 'date', after: { tier: 0, rank: 0, day: '2026-11-22', id: '7' } }],
    [{ ...question, resolved: { ...resolved, tsquery: null, matter: `consultations.consultation:${ID}` } }],
  ],
  countHits: [[[resolved], 100]],
  countKinds: [[['consultation'], 100]],
  findNewestFrom: [[]],
} satisfies QuerySamples<typeof queries>
