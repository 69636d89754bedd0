import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './matrix-queries.ts'
import { WHOLE_MATRIX } from './matrix-rules.ts'

const all = { consultationId: ID, filter: WHOLE_MATRIX, after: null, limit: 10 }
const narrowed = {
  decision: 'rejected',
  article: ID,
  channel: 'post',
  senderKind: 'citizen',
  code: '7K3M-Q9TB',
} as const

export const samples = {
  listMatrixRows: [
    [all],
    [{ ...all, filter: narrowed, after: { at: MOMENT, id: ID } }],
    [{ ...all, filter: { ...WHOLE_MATRIX, decision: 'unanswered', article: 'whole' } }],
  ],
  listAnswerRows: [[{ ...all, most: 20 }], [{ ...all, filter: narrowed, after: { at: MOMENT, id: ID }, most: 20 }]],
  listMatrixArticles: [[ID]],
} satisfies QuerySamples<typeof queries>
