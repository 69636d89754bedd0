import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './ledger-queries.ts'

const KIND = 'consultations.comment'
const all = {
  institutionId: null,
  kinds: null,
  subject: null,
  from: null,
  to: null,
  after: null,
  size: 1000,
  limit: 51,
}

export const samples = {
  listEntries: [
    ['sq', all],
    ['en', { ...all, kinds: [KIND], from: MOMENT, to: MOMENT, after: { at: MOMENT, index: 7 } }],
    ['sq', { ...all, kinds: [KIND], institutionId: ID }],
    ['sq', { ...all, kinds: [KIND], subject: `${KIND}:${ID}`, institutionId: ID }],
  ],
  findEntry: [['sq', 0]],
  findNeighbours: [[{ kind: KIND, subject: `${KIND}:${ID}`, index: 3 }, 10]],
  listLeaves: [[0, 256]],
  findTile: [[0, 0]],
  listKeys: [[]],
  listLogs: [[]],
  listWitnesses: [[1]],
  listPublishedNotes: [[1, [1, 2]]],
} satisfies QuerySamples<typeof queries>
