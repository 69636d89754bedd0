import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './conflict-queries.ts'

const ONE = { institutionId: ID, meetingId: ID, itemId: ID, personId: ID }

export const samples = {
  listConflicts: [[ID]],
  insertConflict: [[{ ...ONE, ground: 'Pronar i tokës', how: 'link', at: MOMENT }]],
  liftConflict: [[{ meetingId: ID, itemId: ID, personId: ID, at: MOMENT }]],
  listOpenPapers: [[[ID]]],
} satisfies QuerySamples<typeof queries>
