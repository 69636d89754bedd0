import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './term-queries.ts'

const DAY = '2026-11-22'
const TERM = {
  name: 'Mandati 2023–2027',
  seats: 31,
  electionOn: DAY,
  electionSource: null,
  voters: null,
  votesCast: null,
  constitutedOn: null,
  fromOn: DAY,
  toOn: null,
}
const LINE = { listName: 'Lista e Parë', votes: 1234, seats: 5 }
const MANDATE = {
  institutionId: ID,
  formId: ID,
  importId: null,
  termId: ID,
  personId: ID,
  partyId: null,
  listName: null,
  area: null,
  fromOn: DAY,
  toOn: null,
  endKind: null,
  at: MOMENT,
}

export const samples = {
  findTerm: [[ID]],
  holdTerm: [[ID]],
  listTerms: [[null], [[ID]]],
  insertTerm: [[{ ...TERM, institutionId: ID, bodyId: ID, formId: ID, at: MOMENT }]],
  findTermByForm: [[ID]],
  updateTerm: [[ID, TERM, MOMENT]],
  touchTerm: [[ID, MOMENT]],
  listResults: [[[ID]]],
  replaceResults: [[{ id: ID, institutionId: ID }, [LINE]]],
  addResult: [[{ ...LINE, institutionId: ID, termId: ID, importId: ID }]],
  removeImportedResults: [[ID]],
  findTermNamed: [
    [ID, ''],
    [ID, 'Mandati 2023–2027'],
  ],
  findMandate: [[ID]],
  mandateOfForm: [[ID]],
  listMandatesOfPerson: [[ID]],
  listMandatesOfTerm: [[ID]],
  insertMandate: [[MANDATE]],
  endMandateRow: [[ID, { toOn: DAY, endKind: 'resigned', endNote: null, at: MOMENT }]],
  writeReplacement: [[ID, ID, MOMENT]],
  removeImportedMandates: [[ID, [ID]]],
} satisfies QuerySamples<typeof queries>
