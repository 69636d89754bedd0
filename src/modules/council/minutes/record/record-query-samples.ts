import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './record-queries.ts'

export const samples = {
  findRecordedMeeting: [['en', ID]],
  listStretches: [[ID]],
  listRecordedItems: [[ID]],
  listSpeeches: [[ID]],
  listMotions: [[ID]],
  listConflicts: [[ID]],
  listRecordedVotes: [[ID]],
  listRecordedBallots: [[ID]],
  listStandingEvents: [[ID]],
  countSetAside: [[ID]],
  readRecord: [['sq', ID]],
} satisfies QuerySamples<typeof queries>
