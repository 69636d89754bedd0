import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './split-draft-queries.ts'

const pieces = [{ from: 0, to: 5, aside: false, node: null }]

export const samples = {
  insertDraft: [
    [
      {
        id: ID,
        institutionId: ID,
        consultationId: ID,
        fields: { menyra: 'post' },
        words: 'fjalë',
        pieces,
        createdBy: ID,
        createdAt: MOMENT,
      },
    ],
  ],
  findDraft: [[ID]],
  holdDraft: [[ID]],
  savePieces: [[{ id: ID, pieces, at: MOMENT }]],
  deleteDraft: [[ID]],
  listDrafts: [[ID]],
  countOldDrafts: [[MOMENT]],
  listOldDrafts: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
