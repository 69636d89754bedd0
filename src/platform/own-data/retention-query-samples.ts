import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './retention-queries.ts'

export const samples = {
  countOlder: [
    ['auth.codes', MOMENT],
    ['own-data.asks', MOMENT],
  ],
  deleteOlder: { untried: 'repeats until nothing is left, which the check cannot tell it' },
  countBodiesSentBefore: [[MOMENT]],
  countLettersSentBefore: [[MOMENT]],
  countUnusedContacts: [[MOMENT]],
  deleteUnusedContacts: [[MOMENT]],
  insertRun: [[{ rule: 'auth.codes', at: MOMENT, due: 1, forgotten: 1, failure: null }]],
  listLastRuns: [[['auth.codes']]],
  listNewestRuns: [[5]],
} satisfies QuerySamples<typeof queries>
