import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './place-queries.ts'

export const samples = {
  setCommentPlaces: [[{ versionId: ID, subjects: [`consultations.comment:${ID}`] }]],
  listCommentPlaces: [[ID, [ID]]],
} satisfies QuerySamples<typeof queries>
