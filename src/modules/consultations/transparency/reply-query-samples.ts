import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './reply-queries.ts'

export const samples = {
  listReplies: [
    [2025, null],
    [2025, ID],
  ],
  listEarlierReplies: [[[ID]]],
  holdReply: [[ID, 2025]],
  holdReplyById: [[ID]],
  findReplyForm: [[ID]],
  putReply: [
    [
      {
        institutionId: ID,
        year: 2025,
        words: 'Fjalët tona',
        role: 'titullari',
        lang: 'sq',
        at: MOMENT,
        by: ID,
        formId: ID,
      },
    ],
  ],
  setReplyWithdrawn: [[ID, MOMENT]],
  takeReply: [[ID, MOMENT]],
  restoreReply: [[ID, MOMENT]],
  listReplyNames: [[[ID]]],
  findReplyRecords: [[[ID]]],
  listReplyRecords: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
