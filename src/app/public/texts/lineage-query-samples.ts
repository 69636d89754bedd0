import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './lineage-queries.ts'

export const samples = {
  listLineage: [[[ID], ID]],
  listLineageChanges: [[[ID], ID]],
  findArticleAbove: [[ID, ID]],
} satisfies QuerySamples<typeof queries>
