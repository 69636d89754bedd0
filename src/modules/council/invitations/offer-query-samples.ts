import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './offer-queries.ts'

export const samples = {
  findOffer: [[ID]],
  keepOffer: [
    [{ meetingId: ID, institutionId: ID, kind: 'attend', closesAt: MOMENT, capacity: 30, by: ID, at: MOMENT }],
  ],
  deleteOffer: [[ID]],
  listOverBefore: [[[ID], '2026-11-01']],
  listMeetingNames: [[[ID]]],
  listUntoldEvents: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
