import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-queries.ts'

export const samples = {
  findPublishedMinutes: [
    ['prova-1', null],
    ['prova-1', 1],
  ],
  listShownVersions: [[ID]],
  listFoundMinutes: [[[ID]]],
  listPublicMinutesIds: [
    [null, 10],
    [ID, 10],
  ],
  findMinutesRecords: [[[ID]]],
  listMinutesRecords: [
    [null, 10],
    [ID, 10],
  ],
  listMinutesNames: [['en', [ID]]],
  findMinutesAt: [['prova-1']],
} satisfies QuerySamples<typeof queries>
