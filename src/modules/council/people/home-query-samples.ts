import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './home-queries.ts'

export const samples = {
  listNextMeetings: [
    ['sq', null],
    ['en', [ID]],
  ],
  countMinutesWaiting: [[null], [[ID]]],
} satisfies QuerySamples<typeof queries>
