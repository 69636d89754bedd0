import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './meeting-queries.ts'

export const samples = {
  meetingColumns: { untried: 'A piece of the queries below it.' },
  findMeeting: [[ID]],
  lockMeeting: [[ID]],
  listAgenda: [[ID]],
  listJointBodies: [[ID]],
  listCallers: [[ID]],
  listMeetingEvents: [[ID]],
  findMeetingByForm: [[ID]],
  findMeetingAt: [['prova-keshilli-2026-1']],
} satisfies QuerySamples<typeof queries>
