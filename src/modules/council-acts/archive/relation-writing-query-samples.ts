import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './relation-writing-queries.ts'

export const samples = {
  insertFoundRelations: { untried: 'its rows name acts that stand' },
  listActsByNumber: [[ID, ['04/L-249']]],
  insertAdoptedState: { untried: 'it names an act and a version that stand' },
} satisfies QuerySamples<typeof queries>
