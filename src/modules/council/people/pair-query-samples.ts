import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './pair-queries.ts'

const OTHER = '00000000-0000-4000-8000-000000000001'

export const samples = {
  findPair: [[ID]],
  listOpenPairs: [[null], [[ID]]],
  proposePairs: [[ID, [ID], MOMENT]],
  decidePair: [[ID, { decision: 'two-people', at: MOMENT, by: null }]],
  holdPair: [[ID]],
  bothAtOnce: [[ID, OTHER]],
  movePerson: [[ID, OTHER]],
  emptyPerson: [[ID, OTHER, MOMENT]],
  keepSourcesOf: [[ID, OTHER]],
} satisfies QuerySamples<typeof queries>
