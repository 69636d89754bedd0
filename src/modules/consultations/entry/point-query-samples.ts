import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './point-queries.ts'

const facts = {
  channel: 'post',
  title: 'Letër e 14 majit',
  happenedOn: '2026-05-14',
  receivedOn: '2026-05-18',
  registeredPost: true,
  protocolNumber: '123/1',
  protocolDate: '2026-05-18',
  outsideNumber: null,
  told: 'letter',
} as const
export const samples = {
  listPoints: [[ID, 200]],
  holdPoints: [[ID]],
  setFactsOfComments: [[ID, { ...facts, late: true, senderKind: 'academia' }, MOMENT]],
  holdInTimeNow: [[{ consultationId: ID, closesOn: '2026-05-14', closesAt: MOMENT }]],
  bringIntoTime: [[[ID], MOMENT]],
  bringUnconfirmedIntoTime: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
