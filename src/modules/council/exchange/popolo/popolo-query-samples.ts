import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './popolo-queries.ts'

export const samples = {
  listPopoloPersons: [[ID]],
  listPopoloOrganizations: [[ID]],
  listPopoloMemberships: [[ID]],
  listPopoloTerms: [[ID]],
  listPopoloVotes: [[ID, 10]],
} satisfies QuerySamples<typeof queries>
