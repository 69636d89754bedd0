import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './publish-queries.ts'

export const samples = {
  insertPublishDeed: [[{ id: ID, consultationId: ID, institutionId: ID, answerIds: [ID], at: MOMENT, by: ID }]],
  findPublishDeed: [[ID]],
  holdPublishDeed: [[ID]],
  countPublished: [
    [ID, { done: true }],
    [ID, { done: false }],
  ],
  endPublishDeed: [[ID, MOMENT]],
  listDecided: [[{ consultationId: ID, ids: null }], [{ consultationId: ID, ids: [ID] }]],
  findMatter: [[ID]],
} satisfies QuerySamples<typeof queries>
