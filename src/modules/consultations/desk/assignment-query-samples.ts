import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './assignment-queries.ts'

export const samples = {
  holdDeskComment: [[ID]],
  setAssignee: [
    [ID, ID],
    [ID, null],
  ],
  countAssignedTo: [[ID]],
  takeOverComments: [[{ from: ID, to: ID, roles: ['moderator'], at: MOMENT }]],
  findNameOf: [[ID]],
} satisfies QuerySamples<typeof queries>
