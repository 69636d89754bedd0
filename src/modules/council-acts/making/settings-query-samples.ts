import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './settings-queries.ts'

const SETTING = {
  institutionId: ID,
  numbering: 'one',
  mayorMayReturn: false,
  mayorReturnBasis: null,
  authorityName: 'Prefekti i Qarkut Provë',
  authorityAddress: null,
  authorityEmail: null,
  authorityInstitutionId: null,
  secretarySigns: true,
} as const

export const samples = {
  lockActSettings: [[ID]],
  writeActSettings: [[{ ...SETTING, at: MOMENT, by: ID }]],
} satisfies QuerySamples<typeof queries>
