import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './group-write-queries.ts'

export const samples = {
  holdGroups: [[[ID]]],
  findGroupByCode: [['7K3M-Q9TB']],
  insertGroup: [[{ code: '7K3M-Q9TB', state: 'confirmed', sampleCommentId: ID, method: 1, at: MOMENT, by: ID }]],
  putMembers: [[[{ groupId: ID, commentId: ID, state: 'proposed', likeness: 0.9 }], { at: MOMENT, by: null }]],
  membersOf: [[ID]],
  moveMembers: [[ID, [ID], { state: 'left', at: MOMENT, by: null }]],
  doubtMember: [[ID, ID, 2, true]],
  changeGroup: [
    [ID, {}, { at: MOMENT, deed: false }],
    [ID, { state: 'confirmed', confirmedBy: ID, title: 'Titull', sampleCommentId: ID }, { at: MOMENT, deed: true }],
    [ID, { state: 'dissolved', joinedInto: ID, note: null }, { at: MOMENT, deed: true }],
  ],
  recountGroups: [[[ID]]],
  listGroupIds: [[ID]],
  snapshotOf: [[[ID]]],
  keepDeed: [
    [
      {
        institutionId: ID,
        consultationId: ID,
        kind: 'named',
        at: MOMENT,
        by: ID,
        before: { groups: [], members: [] },
        groups: [ID],
      },
    ],
  ],
  findLastDeed: [[ID]],
  endDeed: [['1', MOMENT]],
  countConfirmedElsewhere: [[[ID], [ID]]],
  leaveElsewhere: [[[ID], [ID]]],
  restoreGroups: [[{ groups: [], members: [] }, [ID], MOMENT]],
} satisfies QuerySamples<typeof queries>
