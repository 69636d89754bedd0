import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './file-queries.ts'

const choice = { consultationId: ID, scope: 'unanswered', nodeId: null, whole: false } as const
const file = { format: 'docx', unit: 'Drejtoria juridike', returnBy: '2026-11-30', inGroups: true, lines: 1 } as const

export const samples = {
  listToSend: [
    [choice, 10],
    [{ ...choice, scope: 'open', nodeId: ID }, 10],
    [{ ...choice, whole: true }, 10],
  ],
  countToSend: [[ID]],
  insertFile: [[{ ...choice, ...file, institutionId: ID, code: '7K3M-Q9TB', at: MOMENT, by: ID, form: ID }]],
  insertFileRows: [
    [
      { id: ID, institutionId: ID },
      [
        {
          line: 1,
          commentId: ID,
          code: '7K3M-Q9TB',
          version: 1,
          answerId: null,
          answerRevision: null,
          groupId: null,
          groupCode: null,
        },
      ],
    ],
  ],
  findFileByForm: [[ID]],
  findFile: [[ID]],
  listFiles: [[ID, 50]],
  findFileByCode: [['7K3M-Q9TB']],
  findFileByLines: [[ID, ['7K3M-Q9TB']]],
  listFileLines: [[ID]],
} satisfies QuerySamples<typeof queries>
