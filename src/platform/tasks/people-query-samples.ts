import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './people-queries.ts'

export const samples = {
  listHousePeople: [[ID, ['clerk'], MOMENT]],
  isHousePerson: [[ID, ID, ['clerk'], MOMENT]],
} satisfies QuerySamples<typeof queries>
