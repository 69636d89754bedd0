import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './move-queries.ts'

export const samples = {
  insertVersion: [
    [
      {
        institutionId: ID,
        commentId: ID,
        n: 1,
        body: 'fjalë',
        onBehalf: 'person',
        authorName: null,
        organisation: null,
        namePublic: false,
        suggestion: null,
        found: ['phone'],
        writtenAt: MOMENT,
      },
    ],
  ],
  insertCommentEvent: [[{ institutionId: ID, commentId: ID, kind: 'sent', version: 1, at: MOMENT }]],
  insertCommentEvents: [
    [[{ institutionId: ID, commentId: ID, kind: 'held', version: 1, at: MOMENT, byAccountId: ID, ground: 'insult' }]],
  ],
  holdComment: [[ID]],
  moveComment: [
    [{ id: ID, state: 'held', now: MOMENT }],
    [{ id: ID, state: 'published', now: MOMENT, code: '7K3M-Q9TB', version: 2 }],
  ],
  confirmContact: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
