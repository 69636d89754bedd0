import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-queries.ts'

export const samples = {
  listPublishedDatasets: [[]],
  findPublishedDatasets: [[[ID]]],
  listPublishedIds: [
    [null, 100],
    [ID, 100],
  ],
  listPublishedRows: [[ID, 0, 50]],
  countPublishedRows: [[ID, 1000]],
  findDatasetRecords: [[[ID]]],
  listDatasetRecords: [
    [null, 100],
    [ID, 100],
  ],
} satisfies QuerySamples<typeof queries>
