import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './redaction-queries.ts'

const PARTS = ['quote', 'quote-prefix', 'quote-suffix', 'body', 'suggestion', 'answer', 'answer-other'] as const
const redaction = {
  institutionId: ID,
  commentId: ID,
  formId: ID,
  ground: 'minor',
  passages: 1,
  at: MOMENT,
  by: ID,
} as const

export const samples = {
  listKeptWords: [[ID]],
  writeKeptWords: PARTS.map((part) => [ID, { part, n: 1, id: ID, words: 'Fjalë' }] as const),
  listWordings: [[ID]],
  setFound: [[ID, 1, ['telephone']]],
  holdCommentToRedact: [[ID]],
  insertRedaction: [[redaction]],
  isRedactedBy: [[ID]],
  touchComment: [[ID, MOMENT]],
  listRedactions: [[[ID]]],
  findRedactable: [[ID]],
} satisfies QuerySamples<typeof queries>
