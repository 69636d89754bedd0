import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './phrase-queries.ts'

const words = { institutionId: ID, lang: 'sq', opening: '', closing: 'Zyra e pritjes', by: ID, at: MOMENT } as const

export const samples = {
  findPhrases: [[ID, 'sq']],
  writePhrases: [[{ ...words, seen: 0 }], [{ ...words, seen: 3 }]],
} satisfies QuerySamples<typeof queries>
