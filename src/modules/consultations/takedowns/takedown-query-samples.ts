import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './takedown-queries.ts'

export const samples = {
  holdConsultationState: [[ID]],
  takeConsultation: [[ID, MOMENT]],
  restoreConsultation: [[ID, MOMENT]],
  hideEarlierVersions: [[ID, 2]],
  forgetDocumentTitle: [[{ consultationId: ID, told: ['U shtua dokumenti «Harta».'], words: 'U hoq një dokument.' }]],
  findRefsAt: [
    [{ slug: 'prova-2026-1', code: 'K7QM-4TRX', documentId: null }],
    [{ slug: 'prova-2026-1', code: null, documentId: ID }],
  ],
  findSlugOfNumber: [[{ jurisdiction: 'al', institution: 'prova', year: 2026, number: 1 }]],
  findVersion: [[ID]],
  findNumber: [[ID]],
  findCode: [[ID]],
  holdTakenComment: [[ID]],
  listTakenNumbers: [
    ['sq', { institutionId: null, limit: 5 }],
    ['en', { institutionId: ID, limit: 5 }],
  ],
} satisfies QuerySamples<typeof queries>
