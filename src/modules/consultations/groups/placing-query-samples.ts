import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './placing-queries.ts'

export const samples = {
  listUnplaced: [[ID, 1, 10]],
  listGone: [[ID]],
  showMembers: [[ID]],
  listLeaders: [[ID, ['1', '2'], 10]],
  listApart: [[[ID]]],
  findLaw: [[ID]],
  keepLikeness: [[ID, 1, MOMENT, [{ id: ID, version: 1 }]]],
  insertKeys: [[ID, [{ id: ID, keys: [1] }]]],
  findToCompare: [[ID, ID]],
  countPlaced: [[]],
  forgetPlaced: [[[ID]]],
  listConsultationsWithComments: [[]],
} satisfies QuerySamples<typeof queries>
