import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './legality-queries.ts'

export const samples = {
  findReviewedAct: [[ID]],
  listShownSendings: [[ID]],
  listShownVerdicts: [[ID]],
} satisfies QuerySamples<typeof queries>
