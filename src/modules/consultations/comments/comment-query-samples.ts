import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './comment-queries.ts'

export const samples = {
  listPublishedComments: [
    [{ consultationId: ID, before: null, limit: 20 }],
    [{ consultationId: ID, nodeId: null, before: { sentAt: MOMENT, id: ID }, limit: 20 }],
    [{ consultationId: ID, nodeId: ID, state: 'published', before: null, limit: 20 }],
  ],
  listNewestByArticle: [[ID, 2]],
  countPublishedByArticle: [[ID]],
  findPublishedComment: [[ID, '7K3M-Q9TB']],
  listEarlierVersions: [[ID]],
  insertComment: [
    [
      {
        institutionId: ID,
        consultationId: ID,
        submissionId: ID,
        contactId: ID,
        tokenDigest: DIGEST,
        lang: 'sq',
        about: 'passage',
        textVersionId: ID,
        nodeId: ID,
        articleLabel: '12',
        quote: 'tregu hapet',
        quotePrefix: '',
        quoteSuffix: '',
        quoteStart: 3,
        sentAt: MOMENT,
      },
    ],
  ],
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
        salt: DIGEST,
        found: ['phone'],
        writtenAt: MOMENT,
      },
    ],
  ],
  insertCommentEvent: [
    [{ institutionId: ID, commentId: ID, kind: 'sent', version: 1, at: MOMENT }],
    [{ institutionId: ID, commentId: ID, kind: 'held', version: 1, at: MOMENT, byAccountId: ID, ground: 'insult' }],
  ],
  contactOf: [['arta@shembull.example', 'sq', MOMENT]],
  holdComment: [[ID]],
  moveComment: [
    [{ id: ID, state: 'held', now: MOMENT }],
    [{ id: ID, state: 'published', now: MOMENT, code: '7K3M-Q9TB', version: 2 }],
  ],
  findSubmission: [[ID]],
  confirmContact: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
