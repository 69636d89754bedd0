import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './remind-queries.ts'

const steps = { today: '2026-11-23', before: [3, 1, 0], after: [1, 7], without: ['task'] }

export const samples = {
  listDueReminders: [
    [ID, steps],
    [ID, { ...steps, before: [] }],
  ],
  markReminded: [[[ID], steps]],
  insertRemindedEvents: [[ID, [ID], MOMENT]],
  listReminded: [[ID, [ID], MOMENT]],
  listToldByDutyLetter: [[ID, '2026-11-23']],
} satisfies QuerySamples<typeof queries>
