import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './record-queries.ts'

export const samples = {
  findMeetingRecords: [[[ID]]],
  listMeetingRecords: [
    [null, 10],
    [ID, 10],
  ],
  findPaperRecords: [[[ID]]],
  listPaperRecords: [
    [null, 10],
    [ID, 10],
  ],
  listPapersToEnter: [[ID]],
} satisfies QuerySamples<typeof queries>
