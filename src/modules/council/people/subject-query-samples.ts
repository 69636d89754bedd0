import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './subject-queries.ts'

export const samples = {
  listRegisterSubjects: [
    ['council.terms', [ID]],
    ['council.parties', [ID]],
    ['council.payments', [ID]],
    ['council.staff', [ID]],
    ['council.affiliations', [ID]],
  ],
} satisfies QuerySamples<typeof queries>
