import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './clock-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  countTermsByRule: [['2026-11-22']],
  listCalendarDeadlines: [[{ institutionId: ID, slots: ['comments'], since: MOMENT, limit: 10 }]],
  lastCalendarChange: [['AL']],
}
