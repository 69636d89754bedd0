import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './agenda-queries.ts'

export const samples = {
  listAgenda: [['en', ID]],
  listOpinions: [['sq', [ID]]],
  listShownEvents: [[ID]],
  listPostings: [[ID]],
  listCallers: [[ID]],
  findBeside: [[ID]],
  listHearings: [
    ['sq', { from: '2026-11-22', before: null, institutionId: null, limit: 100 }],
    ['en', { from: null, before: '2026-11-22', institutionId: ID, limit: 100 }],
  ],
} satisfies QuerySamples<typeof queries>
