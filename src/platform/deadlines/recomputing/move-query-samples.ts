import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './move-queries.ts'

const open = { jurisdiction: 'AL', from: '2026-11-01', to: '2026-12-01', afterId: null, limit: 10 } as const
const moves = { institutions: null, run: null, beforeId: null, limit: 50 }

export const samples = {
  listOpenBetween: [[open], [{ ...open, afterId: ID }]],
  listMoves: [
    ['sq', moves],
    ['en', { institutions: [ID], run: 'calendar', beforeId: '12', limit: 50 }],
  ],
  listMoveCauses: [[null], [[ID]]],
  countMoves: [
    ['calendar', null],
    ['calendar', [ID]],
  ],
} satisfies QuerySamples<typeof queries>
