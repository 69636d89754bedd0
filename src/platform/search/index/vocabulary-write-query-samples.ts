import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './vocabulary-write-queries.ts'

const WORD = { folded: 'buxheti', shown: 'buxheti', stem: 'buxhet', documents: 1 }

export const samples = {
  addWords: [[[WORD]]],
  countKnownWords: [[['buxheti']]],
  forgetWords: [[['buxheti']]],
  replaceWords: [[[WORD]]],
  listCountedDocuments: [['0', 10]],
  listPlaceNames: [[]],
} satisfies QuerySamples<typeof queries>
