import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './access-log-queries.ts'

export const samples = {
  insertAccess: [
    [
      {
        at: MOMENT,
        accountId: ID,
        institutionId: ID,
        subject: `consultations.comment:${ID}`,
        contactId: null,
        what: 'opened',
      },
    ],
  ],
} satisfies QuerySamples<typeof queries>
