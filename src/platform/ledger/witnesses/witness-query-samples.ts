import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './witness-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  listWitnesses: [[]],
  addWitness: [[{ vkey: 'w+00000000+AA==', url: 'https://w.example', at: MOMENT }]],
  endWitness: [['w+00000000+AA==', MOMENT]],
  keepCosignature: [[{ logId: 1, size: 1, witnessId: 1, line: '— w AA==', at: MOMENT }]],
  setSeenSize: [[1, 1]],
  noteFailure: [[1, 'no answer', MOMENT]],
  findCosignedAt: [[{ logId: 1, size: 1, witnessId: 1 }]],
}
