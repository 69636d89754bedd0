import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './access-log-queries.ts'

export const samples = {
  insertAccesses: [
    [
      { at: MOMENT, accountId: ID, what: 'opened' },
      [{ institutionId: ID, subject: `consultations.comment:${ID}`, contactId: null }],
    ],
  ],
} satisfies QuerySamples<typeof queries>
