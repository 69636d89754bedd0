import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './review-record-queries.ts'

export const samples = {
  findTransmittalRecords: [[[ID]]],
  listTransmittalRecords: [
    [null, 10],
    [ID, 10],
  ],
  findVerdictRecords: [[[ID]]],
  listVerdictRecords: [
    [null, 10],
    [ID, 10],
  ],
  listVerdictIds: [[[ID]]],
} satisfies QuerySamples<typeof queries>
