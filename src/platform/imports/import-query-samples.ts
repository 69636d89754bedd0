import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './import-queries.ts'

const CHOICES = { sheet: 0, head: 1, columns: ['a', null], answers: {} }
const HEAD = '0'.repeat(64)
const COUNTS = {
  lines: 0,
  empty: 0,
  beforeHead: 0,
  head: 0,
  footer: 0,
  ready: 0,
  refused: 0,
  asked: 0,
  refusedCells: 0,
  askedCells: 0,
  leftCells: 0,
}
const OUTCOME = { counts: COUNTS, added: 0, known: 0, refused: 0, refusedCells: [], left: [], answers: [] }

export const samples = {
  findImport: [[ID]],
  holdImport: [[ID]],
  listImports: [
    [{ institutions: null, state: null, target: null }, null, 51],
    [{ institutions: [ID], state: 'taken', target: 'open-data.x' }, { at: MOMENT, id: ID }, 51],
  ],
  insertImport: [
    [
      {
        institutionId: ID,
        target: 'open-data.x',
        submissionId: ID,
        fileName: 'tabela.csv',
        fileDigest: HEAD,
        fileSize: 1,
        sheets: [],
        choices: CHOICES,
        createdBy: null,
        at: MOMENT,
      },
    ],
  ],
  findSubmitted: [[ID]],
  insertLines: [[ID, [{ sheet: 0, position: 1, at: 1, cells: ['a', null, { n: 1 }] }]]],
  listLines: [
    [ID, 0],
    [ID, 0, 20],
  ],
  updateChoices: [[ID, CHOICES]],
  updateReckoning: [[ID, 1, { counts: COUNTS, questions: [], refused: [], left: [], preview: [], would: null }]],
  moveToTaking: [[ID]],
  keepFault: [[ID, 'failed']],
  moveToTaken: [[{ id: ID, by: null, at: MOMENT, outcome: OUTCOME }]],
  moveToUndone: [[{ id: ID, by: null, at: MOMENT, reason: 'gabim', outcome: OUTCOME }]],
  moveToDropped: [[ID, MOMENT]],
  forgetLines: [[MOMENT, MOMENT]],
  listSameFile: [[{ institutionId: ID, target: 'open-data.x', digest: HEAD, except: ID }]],
  findMapping: [[{ institutionId: ID, target: 'open-data.x', head: HEAD }]],
  keepMapping: [[{ institutionId: ID, target: 'open-data.x', head: HEAD }, ['a', null], MOMENT]],
  listImportSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
