import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './change-queries.ts'

export const samples = {
  insertChanges: [
    [
      [
        {
          institutionId: ID,
          subject: `consultations.consultation:${ID}`,
          kind: 'changed',
          byKind: 'official',
          byAccountId: ID,
          at: MOMENT,
          reason: null,
          fields: [{ field: 'title', from: 'Para', to: 'Pas' }],
        },
      ],
    ],
  ],
} satisfies QuerySamples<typeof queries>
