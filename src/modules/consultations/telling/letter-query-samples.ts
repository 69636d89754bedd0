import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './letter-queries.ts'

export const samples = {
  listPointsOfLetters: [[[ID]]],
  findLetterHead: [
    ['sq', ID],
    ['en', ID],
  ],
  listPaperLetters: [
    [{ consultationId: ID, state: null, before: null, limit: 5 }],
    [{ consultationId: ID, state: 'to-print', before: { at: MOMENT, id: ID }, limit: 5 }],
    [{ consultationId: ID, state: 'to-hand', before: null, limit: 5 }],
    [{ consultationId: ID, state: 'handed', before: null, limit: 5 }],
  ],
  listLettersToPrint: [[{ consultationId: ID, ids: [ID], limit: 5 }], [{ consultationId: ID, ids: [], limit: 5 }]],
  countPapers: [[ID]],
  countTold: [[[ID]]],
  holdLetters: [[[ID]]],
  markMade: [[{ ids: [ID], at: MOMENT, by: ID }]],
  markHanded: [[{ consultationId: ID, ids: [ID], on: '2026-12-01', way: 'post', at: MOMENT, by: ID }]],
} satisfies QuerySamples<typeof queries>
