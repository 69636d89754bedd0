import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './rating-queries.ts'

export const samples = {
  listRatableByToken: [
    ['sq', Buffer.alloc(32)],
    ['en', Buffer.alloc(32)],
  ],
  findRatableOf: [['sq', ID]],
  insertRating: [[{ commentId: ID, memberId: null, answerId: ID, version: 1, score: 4, words: 'fjalë', at: MOMENT }]],
  listRatings: [
    [{ consultationId: ID, before: null, limit: 5 }],
    [{ consultationId: ID, before: { at: MOMENT, id: ID }, limit: 5 }],
  ],
  listRatingsOf: [[[ID]]],
  forgetRatingWords: [[ID]],
  forgetRatingWordsOfMember: [[ID]],
  countOldWords: [[MOMENT]],
  forgetOldWords: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
