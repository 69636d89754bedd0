import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './text-record-queries.ts'

export const samples = {
  findTextRecord: [[ID]],
  holdTextRecord: [[ID]],
  listTextRecords: [[[ID]]],
  findPublicTextRecord: [['sq', 'prova-2026-1']],
  findSlugByNumber: [['prova', 2026, 1]],
  listCommentAnchors: [
    [ID, null, 10],
    [ID, ID, 10],
  ],
  listCommentExcerpts: [[[ID]]],
  findNewestVersionSince: [[ID]],
} satisfies QuerySamples<typeof queries>
