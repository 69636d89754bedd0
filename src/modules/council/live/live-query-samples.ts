import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './live-queries.ts'

export const samples = {
  findLiveMeeting: [['prova-mbledhje']],
  listLiveItems: [[ID]],
  listLiveEvents: [[ID]],
  findLiveLink: [[ID]],
  listRecordStates: [[[ID]]],
} satisfies QuerySamples<typeof queries>
