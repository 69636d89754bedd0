import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './anchor-queries.ts'

const SUBJECT = `consultations.comment:${ID}`

export const samples = {
  findAnchorPlaces: [[ID, [SUBJECT]]],
  listOpenPlaces: [
    [ID, null, 10],
    [ID, SUBJECT, 10],
  ],
  countOpenPlaces: [[ID]],
  countPlaces: [[ID]],
  insertPlaces: [[{ institutionId: ID, versionId: ID, at: MOMENT }, []]],
  holdPlace: [[ID, SUBJECT]],
  setPlace: [
    [
      { subject: SUBJECT, versionId: ID, nodeId: ID, outcome: 'moved', startAt: 1, endAt: 2 },
      { accountId: ID, at: MOMENT },
    ],
  ],
} satisfies QuerySamples<typeof queries>
