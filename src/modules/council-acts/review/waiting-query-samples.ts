import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './waiting-queries.ts'

export const samples = {
  listWaitingActs: [
    [{ institutionId: ID, slot: 'act-deposit', but: null }, 10],
    [{ institutionId: ID, slot: 'act-deposit', but: ID }, 10],
  ],
  countUnreceived: [
    [null, 10],
    [[ID], 10],
  ],
  listRunningTerms: [
    [{ authorities: null, slots: ['act-check', 'act-check-again'] }, 10],
    [{ authorities: [ID], slots: ['act-check', 'act-check-again'] }, 10],
  ],
} satisfies QuerySamples<typeof queries>
