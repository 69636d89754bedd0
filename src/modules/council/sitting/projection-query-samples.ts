import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './projection-queries.ts'

const OF = { institutionId: ID, meetingId: ID }
const AT = '2026-11-22T10:00:00.000Z'
const ITEM = {
  id: ID,
  title: 'Pika',
  kind: 'act',
  actKind: null,
  closed: false,
  publicTitle: null,
  closedAskedBy: null,
  closedReason: null,
  onTheDay: true,
  state: 'open',
  reason: null,
  sentBackTo: null,
  openedAt: AT,
  closedAt: null,
  result: null,
} as const
const CONFLICT = { item: ID, person: ID, ground: null, declaredAt: AT }

export const samples = {
  writeAttendances: [[OF, [ID], [{ person: ID, state: 'present', from: AT, to: null }]]],
  writeMotions: [
    [
      OF,
      [
        {
          id: ID,
          item: ID,
          kind: 'amendment',
          article: 'neni 2',
          words: 'Ndryshe',
          person: null,
          mover: 'Komisioni',
          state: 'moved',
          at: AT,
          closed: false,
          n: 1,
        },
      ],
    ],
  ],
  deleteMotions: [[OF, [ID]]],
  writeSpeeches: [
    [OF, [{ id: ID, item: null, person: ID, name: null, minutes: 5, from: AT, to: null, closed: false, n: 1 }]],
  ],
  deleteSpeeches: [[OF, [ID]]],
  writeVotes: [
    [
      OF,
      [
        {
          id: ID,
          item: ID,
          motion: null,
          stage: 'as-a-whole',
          article: null,
          question: 'A miratohet?',
          method: 'by-name',
          majority: { of: 'all-members', numerator: 1, denominator: 2, strict: true, id: null, basis: 'Neni 1' },
          at: AT,
          takenAt: AT,
          members: 3,
          quorum: 2,
          present: 2,
          entitled: [ID],
          needed: 2,
          counts: { for: 1, against: 0, abstain: 0, notVoting: 0 },
          ballots: { [ID]: 'for' },
          result: 'rejected',
          closed: false,
          n: 1,
        },
      ],
    ],
  ],
  deleteVotes: [[OF, [ID]]],
  writeItem: [
    [OF, ITEM, MOMENT],
    [OF, { ...ITEM, onTheDay: false, closed: true, publicTitle: 'Publik' }, MOMENT],
  ],
  deleteItems: [[OF, [ID]]],
  declareConflicts: [[OF, [CONFLICT], MOMENT]],
  liftConflicts: [[OF, [CONFLICT], MOMENT]],
  moveMeeting: [[OF, { state: 'under-way', openedAt: AT, closedAt: null, at: MOMENT }]],
} satisfies QuerySamples<typeof queries>
