import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './consultation-record-queries.ts'

export const samples = {
  findPublicConsultations: [[[ID]]],
  listPublicConsultations: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
