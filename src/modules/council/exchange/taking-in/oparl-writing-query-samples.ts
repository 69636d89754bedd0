import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './oparl-writing-queries.ts'

const OF = { institutionId: ID, now: MOMENT }
const KEY = 'https://oparl.example/meetings/1'
const MEETING = {
  id: ID,
  key: KEY,
  title: 'Mbledhje',
  starts_at: null,
  ends_at: null,
  place: null,
  source: {},
  body_id: ID,
  slug: 'mbledhje-2015-01-20-a1',
  day: null,
  state: 'closed',
}
const ITEM = {
  id: ID,
  key: KEY,
  meeting_id: ID,
  order: 1,
  label: null,
  title: 'Pika',
  result: null,
  closed: false,
  source: {},
}

export const samples = {
  findCouncilBody: [[ID]],
  insertBody: [[OF, { id: ID, kind: 'council', name: 'Këshilli' }]],
  listBodiesAmong: [[ID, [ID]]],
  writeBodies: [[OF, [{ id: ID, key: KEY, kind: 'other', name: 'Zyra', founded_on: null, ended_on: null }]]],
  writePapers: [
    [OF, [{ id: ID, key: KEY, title: 'Akti', reference: null, kind_words: null, dated_on: null, source: {} }]],
  ],
  writeMeetings: [[OF, [MEETING]]],
  writeMeetingBodies: [[OF, [ID], [{ meeting_id: ID, body_id: ID }]]],
  writeItems: [[{ ...OF, closedReason: 'Me dyer të mbyllura' }, [ITEM]]],
  orderItems: [[[ID]]],
  deleteItems: [[[ID]]],
  linkPapers: [[OF, { consultations: [ID], items: [ID] }]],
  withdrawMeetings: [[[ID], MOMENT]],
  withdrawPapers: [[[ID], MOMENT]],
  returnMeetings: [[[ID]]],
  returnPapers: [[[ID]]],
} satisfies QuerySamples<typeof queries>
