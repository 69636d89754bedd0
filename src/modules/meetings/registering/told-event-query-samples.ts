import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './told-event-queries.ts'

export const samples = {
  findToldEvent: [['1']],
  listOverBefore: [[[ID], '2026-11-01']],
} satisfies QuerySamples<typeof queries>
