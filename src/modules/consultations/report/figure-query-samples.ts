import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './figure-queries.ts'

export const samples = {
  tallyOutcomes: [[[ID]]],
  findFigures: [[[ID]]],
  countFiguresOf: [[[ID]]],
  countFigures: { untried: 'needs a consultation: it asks countFiguresOf, which is tried' },
} satisfies QuerySamples<typeof queries>
