import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import { PLANNED_STATES } from './year-rules.ts'
import type * as queries from './year-queries.ts'

const WHOLE = {
  year: 2026,
  institutionId: null,
  actKind: null,
  state: null,
  month: null,
  topicId: null,
  placeId: null,
  after: null,
  limit: 20,
}
const NARROW = {
  institutionId: ID,
  actKind: 'plan',
  month: 3,
  topicId: ID,
  placeId: ID,
  after: { at: MOMENT, id: ID },
} as const

export const samples = {
  findPlannedAct: [['en', { year: 2026, institution: 'prova', number: 1 }]],
  findPlannedActs: [['sq', [ID]]],
  listPlannedActs: [
    ['sq', MOMENT, WHOLE],
    ['en', MOMENT, { ...WHOLE, ...NARROW }],
    ...PLANNED_STATES.map(
      (state) => ['sq', MOMENT, { ...WHOLE, state }] as ['sq', Date, typeof WHOLE & { state: typeof state }],
    ),
  ],
  listPlanYears: [[null], [ID]],
  listPlannedChanges: [[ID]],
  listActConsultations: [['sq', ID]],
  findActOfConsultation: [['sq', ID]],
  listCarried: [[{ id: ID, carriedFromId: ID }], [{ id: ID, carriedFromId: null }]],
  listPublicActIds: [
    [null, 10],
    [ID, 10],
  ],
  listActFiling: [[[ID]]],
} satisfies QuerySamples<typeof queries>
