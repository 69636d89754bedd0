import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './document-writing-queries.ts'

const HEX = DIGEST.toString('hex')

export const samples = {
  insertFile: [[{ digest: HEX, size: 10, mediaType: 'application/pdf' }, MOMENT]],
  insertDocument: [
    [
      {
        institutionId: ID,
        subject: `consultations.consultation:${ID}`,
        role: 'draft',
        class: 'public',
        title: 'Projektakti',
        lang: 'sq',
        decorative: false,
        happenedOn: '1999-03-01',
        happenedPrecision: 'month',
        addedAt: MOMENT,
        addedBy: ID,
      },
    ],
  ],
  insertDocumentFile: [
    [
      {
        institutionId: ID,
        documentId: ID,
        lang: 'sq',
        digest: HEX,
        fileName: 'projektakti.pdf',
        size: 10,
        addedAt: MOMENT,
        addedBy: ID,
        signed: false,
        reading: 'waiting',
      },
    ],
  ],
  markFileReplaced: [[{ documentId: ID, lang: 'sq', now: MOMENT, wasPublic: true }]],
  holdDocument: [[ID]],
  updateDocument: [[{ id: ID, role: 'annex', class: 'internal', title: 'Shtojca', lang: 'sq', decorative: false }]],
  moveFilesToLanguage: [[ID, 'sq', 'en']],
  setDocumentWords: [
    [{ documentId: ID, lang: 'en', title: 'Annex', alt: null }],
    [{ documentId: ID, lang: 'en', title: null, alt: null }],
  ],
  markRemoved: [[{ institutionId: ID, id: ID, now: MOMENT }]],
  withdrawFiles: [[[ID], MOMENT]],
  insertImport: [[{ submissionId: ID, institutionId: ID, at: MOMENT, by: ID, count: 2 }]],
} satisfies QuerySamples<typeof queries>
