import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './document-queries.ts'

const HEX = DIGEST.toString('hex')

export const samples = {
  listDocuments: [[[`consultations.consultation:${ID}`]]],
  findDocument: [[ID]],
  shareContent: [[]],
  holdContentAlone: [[]],
  insertFile: [[{ digest: HEX, size: 10, mediaType: 'application/pdf' }, MOMENT]],
  insertDocument: [
    [
      {
        institutionId: ID,
        subject: `consultations.consultation:${ID}`,
        role: 'draft',
        title: 'Projektakti',
        fileName: 'projektakti.pdf',
        lang: 'sq',
        digest: HEX,
        addedAt: MOMENT,
        addedBy: ID,
      },
    ],
  ],
  markRemoved: [[{ institutionId: ID, id: ID, now: MOMENT }]],
  listUnnamedFiles: [[MOMENT]],
  deleteUnnamedFiles: [[[HEX]]],
  digestsWithoutFile: [[[HEX]]],
} satisfies QuerySamples<typeof queries>
