import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './comment-queries.ts'

const narrowed = {
  channel: 'post',
  senderKind: 'business',
  late: true,
  proposing: true,
  lost: false,
  folded: true,
  decision: 'accepted',
} as const

export const samples = {
  listPublishedComments: [
    [{ consultationId: ID, under: 'all', before: null, limit: 20 }],
    [{ consultationId: ID, under: 'whole', before: { sentAt: MOMENT, id: ID }, limit: 20 }],
    [{ consultationId: ID, under: 'all', filter: narrowed, before: null, limit: 20 }],
    [{ consultationId: ID, under: 'all', filter: { ...narrowed, decision: 'pa' }, before: null, limit: 20 }],
    [{ consultationId: ID, under: 'lost', before: null, limit: 20 }],
    [{ consultationId: ID, under: { nodeId: ID }, state: 'published', before: null, limit: 20 }],
  ],
  listNewestByArticle: [[ID, 2]],
  countPublishedByArticle: [[ID]],
  findPublishedComment: [[ID, '7K3M-Q9TB']],
  listEarlierVersions: [[ID]],
} satisfies QuerySamples<typeof queries>
