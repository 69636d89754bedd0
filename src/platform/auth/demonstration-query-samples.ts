import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstration-queries.ts'

export const samples = {
  listDemonstrationPeople: [['sq']],
  isDemonstrationPerson: [[ID]],
} satisfies QuerySamples<typeof queries>
