import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './calendar-queries.ts'

const WHOLE = { from: '2026-01-01', to: '2026-12-31', institutionId: null, attendance: null, topic: null, place: null }
const NARROW = { ...WHOLE, institutionId: ID, topic: ID, place: ID }

export const samples = {
  listCalendarWindows: [
    ['sq', WHOLE],
    ['en', NARROW],
  ],
  listCalendarActivities: [
    ['sq', WHOLE],
    ['en', NARROW],
  ],
  listCalendarActs: [
    ['sq', WHOLE],
    ['en', NARROW],
  ],
} satisfies QuerySamples<typeof queries>
