import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './act-record-queries.ts'

export const samples = {
  findActRecords: [[[ID]], [[ID, ID]]],
  listActRecords: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
