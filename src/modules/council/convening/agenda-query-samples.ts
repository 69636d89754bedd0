import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './agenda-queries.ts'

const FIELDS = {
  title: 'Tregu i fshatit',
  titleEn: null,
  kind: 'hearing',
  paperId: null,
  actKind: null,
  rapporteur: null,
  hearingAt: MOMENT,
  speakerMinutes: 5,
  closed: false,
  publicTitle: null,
  closedAskedBy: null,
  closedReason: null,
} as const

export const samples = {
  insertItem: [
    [{ ...FIELDS, id: ID, institutionId: ID, meetingId: ID, origin: 'notice', carriedFrom: null, at: MOMENT }],
  ],
  updateItem: [[ID, FIELDS, MOMENT]],
  deleteItem: [[ID]],
  withdrawItemRow: [[ID, 'Nuk është gati', MOMENT]],
  orderItems: [[ID, [ID], MOMENT]],
  listToCarry: [[{ bodyId: ID, meetingId: ID }]],
  findLastMeeting: [[{ bodyId: ID, meetingId: ID }]],
} satisfies QuerySamples<typeof queries>
