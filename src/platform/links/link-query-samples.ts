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
} satisfies QuerySamples<typeof queries>
