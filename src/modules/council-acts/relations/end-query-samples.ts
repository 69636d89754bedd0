import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './end-queries.ts'

const DAY = '2026-11-20'

export const samples = {
  findEndByActs: [[ID]],
  findEnd: [[ID]],
  findStop: [[ID]],
  setForceTo: [
    [ID, DAY],
    [ID, null],
  ],
  setSuspended: [[ID, null]],
} satisfies QuerySamples<typeof queries>
