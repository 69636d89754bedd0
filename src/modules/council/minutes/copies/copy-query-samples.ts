import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './copy-queries.ts'

export const samples = {
  findCopy: [[ID]],
  findCopyByForm: [[ID]],
  listCopies: [
    [{ institutions: null, meetingId: null }, 10],
    [{ institutions: [ID], meetingId: ID }, 10],
  ],
  findCopyByCode: [['en', 'ABCDEFGH2345']],
  nextCopyNumber: [[ID, 2026]],
  insertCopy: [
    [
      {
        institutionId: ID,
        formId: ID,
        year: 2026,
        number: 1,
        kind: 'extract',
        meetingId: ID,
        itemId: ID,
        minutesVersion: 1,
        code: 'ABCDEFGH2345',
        whole: false,
        askedBy: null,
        askedOn: '2026-11-20',
        by: ID,
        at: MOMENT,
      },
    ],
  ],
  cancelCopyRow: [[ID, 'Gabim në emër', MOMENT]],
  findVersionOfCopy: [[{ meetingId: ID, minutesVersion: 1 }]],
} satisfies QuerySamples<typeof queries>
