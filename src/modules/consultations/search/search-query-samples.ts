import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './search-queries.ts'

export const samples = {
  listFoundConsultations: [[[ID]], [[ID, ID]]],
  listPublicConsultationIds: [
    [null, 10],
    [ID, 10],
  ],
  listFoundComments: [[[ID]], [[ID, ID]]],
  listPublicCommentIds: [
    [null, 10],
    [ID, 10],
  ],
  listCommentsOf: [[[ID]]],
  listFoundDocuments: [[[ID]], [[ID, ID]]],
} satisfies QuerySamples<typeof queries>
