import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './group-queries.ts'

const words = {
  name: 'Rinia',
  aims: '',
  members: [{ organisation: 'Shoqata Prova', role: null, email: 'zyra@prova.example' }],
}

export const samples = {
  listGroups: [[{ institutions: null, ended: false }], [{ institutions: [ID], ended: true }]],
  findGroup: [[ID]],
  holdGroup: [[ID]],
  insertGroup: [[{ ...words, institutionId: ID, by: ID, at: MOMENT, formId: ID }]],
  isNameTaken: [[{ institutionId: ID, name: 'Rinia', except: null }]],
  updateGroup: [[{ ...words, id: ID, at: MOMENT, ended: true }]],
  listGroupSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
