import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './standing-queries.ts'

const KIND = { kind: 'consultations.comment', shape: 1 }
const ROW = { subject: `consultations.comment:${ID}`, version: 1 }

export const samples = {
  listWholeKinds: [[]],
  holdProgress: [[KIND]],
  setProgress: [
    [KIND, { after: { id: ID, version: 1 }, doneAt: null }],
    [KIND, { after: null, doneAt: MOMENT }],
  ],
  findEntered: [
    [KIND.kind, [ROW], true],
    [KIND.kind, [ROW], false],
  ],
} satisfies QuerySamples<typeof queries>
