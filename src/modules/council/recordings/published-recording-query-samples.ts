import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-recording-queries.ts'

export const samples = {
  listPublishedOf: [['mbledhje-1']],
  listPublishedById: [[[ID]], [[ID, ID]]],
  listPublicRecordingIds: [
    [null, 10],
    [ID, 10],
  ],
  listLibrary: [
    ['sq', { institution: null, after: null, limit: 21 }],
    ['en', { institution: 'bregas', after: { at: MOMENT, id: ID }, limit: 21 }],
  ],
  listLibraryInstitutions: [['sq']],
  findRecordingRecords: [[[ID]], [[ID, ID]]],
  listRecordingRecords: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
