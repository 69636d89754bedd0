import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './vocabulary-queries.ts'

export const samples = {
  listKnownWords: [[['buxheti'], ['buxhet']]],
  listSimilarWords: [['buxehti']],
  listCompletions: [['buxh', 8]],
} satisfies QuerySamples<typeof queries>
