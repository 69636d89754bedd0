import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './followed-queries.ts'

export const samples = {
  tellCommentPublished: [[ID, MOMENT]],
  listConsultationDays: [['en', [ID]]],
  listActivityDays: [['sq', [ID]]],
} satisfies QuerySamples<typeof queries>
