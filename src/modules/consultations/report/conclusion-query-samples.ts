import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './conclusion-queries.ts'

export const samples = {
  listUnanswered: [[ID, 10]],
  findConclusionFacts: [[ID]],
  setConcluded: { untried: 'needs a consultation that closed: the tests of its conclusion write it' },
  insertConclusionEvent: { untried: 'needs a consultation that closed: the tests of its conclusion write it' },
  countToConclude: [
    [null, MOMENT],
    [[ID], MOMENT],
  ],
} satisfies QuerySamples<typeof queries>
