import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './substitution-queries.ts'

const substitution = {
  institutionId: ID,
  absentId: ID,
  substituteId: ID,
  startsOn: '2026-12-01',
  endsOn: '2026-12-08',
  validFrom: MOMENT,
  validTo: MOMENT,
  byAccountId: ID,
  createdAt: MOMENT,
  formId: null,
}

export const samples = {
  insertSubstitution: [[substitution]],
  isSubstituted: [[substitution]],
  listSubstitutionsOf: [[ID]],
  lockSubstitution: [[ID]],
  endSubstitutionNow: [[ID, MOMENT, '2026-12-01']],
  endSubstitutionsOf: [[ID, MOMENT]],
  listColleagues: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
