import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './personal-comment-queries.ts'

export const samples = {
  listPersonalComments: [['sq', ID]],
  findByCode: [['en', 'K7QM-4TRX']],
  findById: [['sq', ID]],
  holdCommentsOf: [[ID]],
  holdCommentById: [[ID]],
  eraseWords: [[{ id: ID, tokenDigest: DIGEST, at: MOMENT }]],
  deleteComment: [[ID]],
  setToken: [[ID, DIGEST]],
  hideName: [[ID, MOMENT]],
  setName: [[ID, 'Arta Shembull']],
} satisfies QuerySamples<typeof queries>
