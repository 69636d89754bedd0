import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './invitation-queries.ts'

const of = { institutionId: ID, consultationId: ID, today: '2026-11-22' }

export const samples = {
  listInvitingEvents: [[ID]],
  listInvitable: [[{ ...of, eventId: '1' }], [{ ...of, eventId: null }]],
  takeInvited: [[{ ...of, eventId: '1', stakeholderIds: [ID], at: MOMENT, by: ID }]],
  setInvitationLetters: [[[{ id: ID, letterId: ID }]]],
  listInvitations: [[ID, 10]],
} satisfies QuerySamples<typeof queries>
