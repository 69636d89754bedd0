import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './public-board-queries.ts'

const of = { institutionId: ID, slots: ['answer', 'comments'] }

export const samples = {
  listMissed: [
    [{ ...of, before: MOMENT, after: null, limit: 50 }],
    [{ ...of, before: MOMENT, after: { at: MOMENT, id: ID }, limit: 50 }],
  ],
  listComing: [[{ ...of, after: MOMENT, until: MOMENT, limit: 50 }]],
  countYear: [[{ ...of, since: '2025-11-22', zone: 'Europe/Tirane' }]],
  hasDeadlines: [[of]],
  countOpen: [[{ ...of, missed: ['answer'], before: MOMENT, now: MOMENT, until: MOMENT }]],
} satisfies QuerySamples<typeof queries>
