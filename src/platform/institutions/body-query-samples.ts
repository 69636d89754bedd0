import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './body-queries.ts'

const facts = {
  kind: 'commission',
  name: 'Komisioni',
  nameEn: null,
  nameSr: null,
  parentId: null,
  foundedOn: '2026-01-01',
  orderIssuer: null,
  orderNumber: null,
  orderDate: null,
  orderSubject: null,
} as const

const body = {
  ...facts,
  id: ID,
  institutionId: ID,
  endedOn: null,
  endedReason: null,
  version: 1,
  shownName: 'Komisioni',
}

const member = {
  personId: ID,
  organisationId: null,
  organisation: 'Shoqata',
  post: null,
  role: 'member',
  fromOn: null,
  toOn: null,
} as const

export const samples = {
  findBody: [['en', ID]],
  holdBody: [[ID]],
  listBodyRecords: [['en', ID, '2026-01-01']],
  insertBodyRecord: [[ID, ID, facts, MOMENT]],
  updateBodyFacts: [[ID, facts, MOMENT]],
  keepFormerName: [[body, '2026-01-01', MOMENT]],
  listFormerNames: [[ID]],
  endBodyRow: [[ID, '2026-01-01', 'U mbyll', MOMENT]],
  listMembers: [['en', [ID]]],
  findMember: [['sq', ID]],
  insertMember: [[{ institutionId: ID, id: ID }, ID, member, MOMENT]],
  endMember: [[ID, '2026-01-01', null]],
  listPersons: [[ID]],
  findPerson: [[ID, ID]],
  insertPerson: [[ID, 'Liri Prove', MOMENT]],
  findInstitutionSubjects: [['en', [ID]]],
} satisfies QuerySamples<typeof queries>
