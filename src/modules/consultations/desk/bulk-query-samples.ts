import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './bulk-queries.ts'

const member = {
  id: ID,
  institutionId: ID,
  consultationId: ID,
  code: '7K3M-Q9TB',
  state: 'waiting',
  version: 1,
  assigneeId: null,
  hasAddress: true,
  outcome: 'waiting',
} as const
const deed = { institutionId: ID, by: ID, formId: ID, deed: 'release', assigneeId: null, label: null } as const
const before = { underHold: false, hidden: [], changedAt: MOMENT.toISOString() }

export const samples = {
  insertBulkDeed: [[{ ...deed, ground: null, note: null, at: MOMENT }]],
  findBulkByForm: [[ID]],
  insertBulkMembers: [[ID, [member]]],
  findBulkDeed: [[ID]],
  listBulkDeeds: [[null], [[ID]]],
  countOutcomes: [[[ID]]],
  listNamedMembers: [[ID]],
  listMemberIds: [[ID, 'waiting']],
  holdMember: [[ID, ID, 'waiting']],
  settleMember: [
    [
      { deedId: ID, commentId: ID },
      { outcome: 'done', before, at: MOMENT },
    ],
    [
      { deedId: ID, commentId: ID },
      { outcome: 'failed', at: MOMENT },
    ],
  ],
  noteMemberLetter: [[ID, ID, MOMENT]],
  holdBulkDeed: [[ID]],
  finishBulk: [[ID, MOMENT, MOMENT]],
  beginUndo: [[ID, ID, MOMENT]],
  finishUndo: [[ID]],
  listHiddenWordings: [[ID]],
  restoreHidden: [[ID, [{ n: 1, byHoldAt: null }]]],
  findLastGround: [[ID]],
} satisfies QuerySamples<typeof queries>
