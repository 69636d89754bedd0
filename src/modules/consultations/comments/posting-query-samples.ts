import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './posting-queries.ts'

const sent = {
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
  received: null,
  body: 'fjalë',
  onBehalf: 'person',
  authorName: null,
  organisation: null,
  namePublic: false,
  senderKind: 'citizen',
  suggestion: null,
  cameIn: null,
  late: false,
  found: ['phone'],
} as const

export const samples = {
  insertComment: [
    [{ ...sent, found: [...sent.found] }],
    [{ ...sent, found: [], received: { state: 'published', code: '7K3M-Q9TB' } }],
  ],
  holdContact: [['arta@shembull.example']],
  contactOf: [['arta@shembull.example', 'sq', MOMENT]],
  findSubmission: [[ID]],
  findArticle: [[ID, ID]],
} satisfies QuerySamples<typeof queries>
