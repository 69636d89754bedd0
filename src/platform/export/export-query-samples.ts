import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './export-queries.ts'

const AT = new Date('2026-11-22T11:00:00Z')
const SHA256 = 'a'.repeat(64)

export const samples = {
  limitTime: [[1000]],
  readWholeSnapshot: [[]],
  listDumps: [['konsultimet', 10]],
  listNewestDumps: [[]],
  findGoodDump: [
    ['konsultimet', null],
    ['konsultimet', SHA256],
  ],
  insertDump: [
    [
      {
        dataset: 'konsultimet',
        sha256: SHA256,
        bytes: 1,
        rowCount: 0,
        madeAt: AT,
        seen: '10:10:',
        kinds: ['consultations.consultation'],
        personal: false,
      },
    ],
  ],
  forgetOldFiles: [[7]],
  deleteOldBreaks: [[AT]],
  deleteOldDumps: [[AT]],
  insertDumpFile: [[{ sha256: SHA256, bytes: 1, madeAt: AT }]],
  deleteDumpFiles: [[[SHA256]]],
} satisfies QuerySamples<typeof queries>
