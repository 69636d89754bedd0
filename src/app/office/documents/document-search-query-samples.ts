import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './document-search-queries.ts'

export const samples = {
  listFoundDocuments: [[[ID]], [[ID, ID]]],
  listPublicDocumentIds: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
