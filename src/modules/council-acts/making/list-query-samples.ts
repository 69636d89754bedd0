import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './list-queries.ts'

const NONE = { institutions: null, state: null, kind: null, year: null, legality: null, words: null } as const
const ALL = {
  institutions: [ID],
  state: 'draft',
  kind: 'decision',
  year: 2026,
  legality: 'none',
  words: 'tregu',
} as const
const ACT = { id: ID, institutionId: ID, adoptedOn: '2026-11-20', kind: 'decision' } as const

export const samples = {
  listOfficeActs: [
    [NONE, null, 10],
    [ALL, { day: '2026-11-20', serial: 12, id: ID }, 10],
  ],
  countWaitingActs: [[null], [[ID]]],
  listEarlierWithoutNumber: [[{ ...ACT, byKind: false }], [{ ...ACT, byKind: true }]],
} satisfies QuerySamples<typeof queries>
