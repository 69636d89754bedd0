import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './sitting-record-queries.ts'

export const samples = {
  findEventRecords: [[[ID]], [[ID, ID]]],
  listEventRecords: [
    [null, 10],
    [ID, 10],
  ],
  findVoteRecords: [[[ID]], [[ID, ID]]],
  listVoteRecords: [
    [null, 10],
    [ID, 10],
  ],
  findPresenceRecords: [[[ID]], [[ID, ID]]],
  listPresenceRecords: [
    [null, 10],
    [ID, 10],
  ],
  listSittingRecordIds: [[ID]],
} satisfies QuerySamples<typeof queries>
