import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './posting-queries.ts'

export const samples = {
  postingWasSent: [[ID]],
  insertPosting: [
    [
      {
        institutionId: ID,
        meetingId: ID,
        formId: ID,
        place: 'Këndi i njoftimeve',
        postedAt: MOMENT,
        documentId: null,
        by: null,
        at: MOMENT,
      },
    ],
  ],
} satisfies QuerySamples<typeof queries>
