import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './return-queries.ts'

const line = { id: ID, n: 1 }

export const samples = {
  listStanding: [[ID]],
  insertReturn: [
    [
      {
        institutionId: ID,
        consultationId: ID,
        fileId: ID,
        fileName: 'tabela.docx',
        digest: 'a'.repeat(64),
        at: MOMENT,
        by: ID,
      },
    ],
  ],
  findSameReturn: [[ID, 'a'.repeat(64)]],
  insertReturnRows: [
    [
      { id: ID, institutionId: ID },
      [{ n: 1, at: 9, code: '7K3M-Q9TB', decisionWords: 'Pranohet', reason: 'Arsyeja.', changedWords: '' }],
    ],
  ],
  findReturn: [[ID]],
  listReturns: [[ID, 50]],
  holdReturn: [[ID]],
  listReturnRows: [[ID]],
  keepBefore: [[line, ID]],
  keepOutcome: [[line, { outcome: 'taken', answered: 1, leftOut: 0, answerId: ID }]],
  markSource: [[ID, 'Drejtoria juridike']],
  markTaken: [[ID, { at: MOMENT, by: ID, taken: 1, refused: 0 }]],
  markUndone: [[ID, { at: MOMENT, by: ID, kept: 0 }]],
  restoreBefore: [[line, MOMENT]],
  listChangedWords: [[ID]],
} satisfies QuerySamples<typeof queries>
