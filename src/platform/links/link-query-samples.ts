import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './link-queries.ts'

const ends = {
  fromRef: `meetings.meeting:${ID}`,
  toRef: `consultations.consultation:${ID}`,
  kind: 'about',
} as const

export const samples = {
  insertLink: [[{ ...ends, institutionId: ID, at: MOMENT, byAccountId: null }]],
  endLinkRow: [[{ ...ends, at: MOMENT, byAccountId: null, reason: null }]],
  listLinks: [[[ends.fromRef]]],
  listLinksTo: [[ends.toRef, { kind: 'about', from: 'meetings.meeting' }]],
  listReachableEdges: [
    [ends.toRef, { views: [], steps: 8, limit: 600 }],
    [ends.toRef, { views: ['consultations.bonds'], steps: 8, limit: 600 }],
  ],
  listLinkEnds: [
    [null, 500],
    [ID, 500],
  ],
} satisfies QuerySamples<typeof queries>
