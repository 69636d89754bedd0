import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './co-led-queries.ts'

export const samples = {
  listCoLed: [
    ['sq', null],
    ['en', [ID]],
  ],
  findCoLed: [
    ['sq', ID, null],
    ['en', ID, [ID]],
  ],
  listCoLedComments: [
    [ID, null, 10],
    [ID, { confirmedAt: MOMENT, id: ID }, 10],
  ],
} satisfies QuerySamples<typeof queries>
