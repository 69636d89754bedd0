import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './own-record-queries.ts'

export const samples = {
  listOwnAttendance: [[ID, 10]],
  countOwn: [[ID]],
  listOwnVotes: [[ID, 10]],
} satisfies QuerySamples<typeof queries>
