import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './measure-queries.ts'

export const samples = {
  listMeasures: [[ID, { besides: ID, limit: 20 }]],
  findMeasure: [[{ institutionId: ID, planId: ID, about: 'on-time' }]],
  keepMeasureChoice: [
    [
      {
        institutionId: ID,
        planId: ID,
        fromPlanId: ID,
        about: 'on-time',
        words: 'Më herët',
        choice: 'adopted',
        at: MOMENT,
        by: null,
      },
    ],
  ],
} satisfies QuerySamples<typeof queries>
