import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './gather-queries.ts'

export const samples = {
  findMonitoredConsultation: [[ID]],
  listHeldMeetings: [[ID]],
  listAdopted: [[ID]],
  gatherMonitoring: { untried: 'put together from queries that are tried by themselves, and a plan that is parsed' },
} satisfies QuerySamples<typeof queries>
