import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './changed-queries.ts'

const subject = `consultations.consultation:${ID}`

export const samples = {
  holdIndex: [[]],
  takeChanged: [[MOMENT, 10]],
  deleteChanged: [[['1']]],
  insertChanged: [[[subject], MOMENT]],
  insertComing: [[[{ subject, at: MOMENT }]]],
  postponeChanged: [['1', MOMENT, ID]],
  insertFaulty: [[{ subject, at: MOMENT, retryAt: MOMENT, fault: ID }]],
  findSearchFigures: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
