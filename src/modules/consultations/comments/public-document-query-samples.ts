import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './public-document-queries.ts'

export const samples = {
  isPublicSubject: [['prova-2026-1', `consultations.comment:${ID}`]],
} satisfies QuerySamples<typeof queries>
