import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './health-queries.ts'

export const samples = {
  countLetters: [[]],
  countJobsAt: [[MOMENT]],
  findDatabaseFigures: [[MOMENT]],
  listOperators: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
