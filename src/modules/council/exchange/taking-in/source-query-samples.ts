import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './source-queries.ts'

const SOURCE = 'https://oparl.example/bodies/1'

export const samples = {
  findSources: [[[ID]]],
  listPartsOf: [[[ID]]],
  keepSources: [
    [
      { institutionId: ID, format: 'oparl', now: MOMENT },
      [{ id: ID, key: SOURCE, type: 'Paper', parentId: null, object: { id: SOURCE } }],
    ],
  ],
  withdrawSources: [[[ID], MOMENT]],
  findLastRun: [
    [ID, SOURCE, true],
    [ID, SOURCE, false],
  ],
  insertRun: [[{ id: ID, institutionId: ID, source: SOURCE, askedSince: null, now: MOMENT }]],
  moveRun: [[ID, { done: ['paper'] }, { added: 1 }]],
  finishRun: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
