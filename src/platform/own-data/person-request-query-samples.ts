import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './person-request-queries.ts'

export const samples = {
  insertPersonRequest: [
    [
      {
        submissionId: ID,
        institutionId: ID,
        contactId: null,
        record: `consultations.comment:${ID}`,
        identifiedBy: 'receipt',
        note: null,
        openedAt: MOMENT,
        openedById: ID,
      },
    ],
  ],
  findPersonRequest: [[ID]],
  holdPersonRequest: [[ID]],
  listPersonRequests: [
    [{ institutions: null, after: null, limit: 5 }],
    [{ institutions: [ID], after: { at: MOMENT, id: ID }, limit: 5 }],
  ],
  markErased: [[{ id: ID, at: MOMENT, byAccountId: ID, records: 1 }]],
} satisfies QuerySamples<typeof queries>
