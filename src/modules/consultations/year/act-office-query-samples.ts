import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './act-office-queries.ts'

const FIELDS = {
  title: 'Rregullore për tregun',
  titleEn: null,
  actKind: 'regulation',
  proposer: null,
  dueFrom: '2026-03-01',
  dueTo: '2026-03-01',
  consultationPlanned: true,
  decidingBody: null,
  note: null,
} as const

const REQUIRES_PLAN = { untried: 'needs the plan that it belongs to: the tests of the yearly plan write it' } as const

export const samples = {
  listOfficeActs: [[ID]],
  findOfficeAct: [[ID]],
  findNextAct: REQUIRES_PLAN,
  holdAct: [[ID]],
  insertAct: REQUIRES_PLAN,
  findSubmittedAct: [[ID]],
  updateAct: [[ID, FIELDS, MOMENT]],
  deleteDraftAct: [[ID]],
  publishDrafts: [[{ id: ID, institutionId: ID, year: 2026, addedLater: false, at: MOMENT }]],
  insertActChange: REQUIRES_PLAN,
  markDropped: [[ID, { reason: 'Nuk duhet më', at: MOMENT }]],
  markResumed: [[ID, MOMENT]],
  markAdopted: [[ID, { on: '2026-03-01', reference: 'Vendim nr. 4', at: MOMENT }]],
  takeAct: [[ID, MOMENT]],
  restoreAct: [[ID, MOMENT]],
  findActAt: [[{ institution: 'prova', year: 2026, number: 1 }]],
  listActSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
