import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './gap-queries.ts'

const all = { institutionId: ID, year: null, limit: 50 }
const year = { ...all, year: 2026 }
const note = { institutionId: ID, year: 2026, series: '', serial: 57, until: 59, words: 'Nuk u përdor.' }

export const samples = {
  listGaps: [[all], [year]],
  listOddNumbers: [[all], [year]],
  listTakenNumbers: [[all], [year]],
  listLate: [
    [all, '2026-11-22'],
    [year, '2026-11-22'],
  ],
  findGapFacts: [[year, '2026-11-22']],
  findNewestYear: [[ID]],
  listGapNotes: [
    [ID, null],
    [ID, 2026],
  ],
  lockGapNote: [[note]],
  writeGapNote: [[note, ID, MOMENT]],
  listGapNoteSubjects: [[[ID]], [[ID, ID]]],
  findGapNoteRecords: [[[ID]], [[ID, ID]]],
  listGapNoteRecords: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
