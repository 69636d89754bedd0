import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './gather-queries.ts'

export const samples = {
  listReportMeetings: [[ID]],
  listSpokenArticles: [[ID]],
  listSpokenGroups: [[ID, 10]],
  listChangedPlaces: [[ID]],
  listNotAccepted: [[ID, 10]],
  findReportPlan: [[ID]],
  listReportDocuments: [[ID]],
  findNoticeDays: [[ID]],
} satisfies QuerySamples<typeof queries>
