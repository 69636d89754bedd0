import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './institution-record-queries.ts'

const facts = {
  kind: 'municipality',
  standing: 'member',
  currency: 'ALL',
  placeId: ID,
  website: 'https://prova.example',
  registration: 'K00000000A',
  source: null,
  accent: null,
} as const

export const samples = {
  findInstitutionRecord: [['sq', ID]],
  holdInstitution: [[ID]],
  listInstitutionNames: [[ID]],
  findNameAt: [['en', ID, '2020-01-01']],
  setInstitutionName: [[ID, { lang: 'sq', name: 'Bashkia', validFrom: '2026-01-01', source: null }]],
  findByRegistration: [['AL', 'K00000000A']],
  updateInstitutionFacts: [[ID, facts, MOMENT]],
  touchInstitution: [[ID, MOMENT]],
  closeInstitutionRow: [[ID, '2026-01-01', 'U shkri', MOMENT]],
  insertSuccessor: [[{ predecessorId: ID, successorId: ID, since: '2026-01-01', reason: 'U shkri' }]],
  listSuccessions: [['sq', ID]],
  deleteRoleAddress: [[ID, 'press']],
  listClosures: [[ID]],
  insertClosure: [[ID, { id: ID, fromOn: '2026-01-01', toOn: '2026-01-02', reason: 'Festa', source: null }, MOMENT]],
  removeClosureRow: [[ID, ID, MOMENT]],
  refreshListedNames: [[]],
  findLastChange: [[`institutions.institution:${ID}`]],
  listInstitutionsOf: [['en', [ID]]],
} satisfies QuerySamples<typeof queries>
