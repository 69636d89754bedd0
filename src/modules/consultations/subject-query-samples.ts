import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './subject-queries.ts'

export const samples = {
  listPublicTitles: [['en', [ID]]],
  listConsultationSubjects: [[[ID]]],
  listCommentSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
