import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './restore-queries.ts'

const LOADS = 'names tables by words that are put together; every table goes through it in the round trip'

export const samples = {
  alone: { untried: 'opens a transaction around work of others' },
  countRelations: [[]],
  beginMark: { untried: 'empties the database; tried by every restore' },
  dropForeignKeys: { untried: LOADS },
  addForeignKeys: { untried: LOADS },
  emptyTables: { untried: LOADS },
  switchTriggers: { untried: LOADS },
  copyIn: { untried: LOADS },
  afterCopy: [[]],
  setSequences: [
    [
      {
        schema: 'platform',
        name: 'restores',
        columns: ['id'],
        rows: 0,
        bytes: 0,
        digest: '',
        parts: 1,
        sequences: [{ column: 'id', last: '1' }],
      },
    ],
  ],
  endMark: { untried: 'the table it takes away stands during a restore alone' },
  findWaitingRestore: [[]],
  settleRestore: [[{ at: MOMENT, by: 'resume', reason: null }]],
  readLeaves: { untried: 'a cursor, which is described only once it is read; every restore reads it' },
} satisfies QuerySamples<typeof queries>
