import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './oparl-queries.ts'

const OF = { institutionId: ID, type: 'Meeting', organization: null } as const
const EVERYTHING = {
  createdSince: null,
  createdUntil: null,
  modifiedSince: null,
  modifiedUntil: null,
  after: null,
  limit: 100,
  omitInternal: false,
}
const SINCE = { createdSince: MOMENT, createdUntil: MOMENT, modifiedSince: MOMENT, modifiedUntil: MOMENT }

export const samples = {
  listOparlBodies: [[]],
  findOparlBody: [['prova']],
  zoneOfInstitution: [[ID]],
  pageOfIndex: [
    [OF, EVERYTHING],
    [
      { ...OF, organization: ID },
      { ...EVERYTHING, ...SINCE, after: ID },
    ],
  ],
  countIndex: [
    [OF, EVERYTHING],
    [
      { ...OF, organization: ID },
      { ...EVERYTHING, ...SINCE, after: ID },
    ],
  ],
  findIndexRows: [[[ID]]],
  findObjects: [['Meeting', [ID]]],
  findTaken: [[[ID], ['https://oparl.example/meetings/1']]],
  listStale: [[]],
  holdMark: [[ID]],
  compareIndex: [[ID, MOMENT]],
  moveHolders: [[ID, MOMENT]],
  setMark: [[ID, '1', MOMENT]],
  newestLeafOf: [[ID]],
} satisfies QuerySamples<typeof queries>
