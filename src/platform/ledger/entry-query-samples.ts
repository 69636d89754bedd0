import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './entry-queries.ts'

const SUBJECT = 'consultations.consultation:00000000-0000-4000-8000-000000000001'

export const samples: QuerySamples<typeof queries> = {
  insertEntries: [
    [
      [
        {
          kind: 'consultations.consultation',
          subject: SUBJECT,
          version: 1,
          institutionId: null,
          at: new Date(0),
          entry: '{}',
          leafHash: new Uint8Array(32),
          digest: null,
          salt: null,
          ended: 'removed',
        },
      ],
    ],
  ],
  findNewestEntries: [['consultations.consultation', [SUBJECT]]],
  forgetSalts: [[SUBJECT]],
}
