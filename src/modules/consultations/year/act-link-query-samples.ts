import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './act-link-queries.ts'

export const samples = {
  holdLinkEnd: [[ID]],
  findLinkEnd: [[ID]],
  insertActLink: { untried: 'needs both ends: the tests of the yearly plan write it' },
  deleteActLink: [[ID]],
  markOpeningTold: [[ID, MOMENT]],
  listUntoldOpenings: [[MOMENT, 10]],
  findConsultationTitled: [[ID, 'Rregullore']],
  listLinkChoices: [[ID, [2026]]],
  listOfficeActConsultations: [[ID]],
} satisfies QuerySamples<typeof queries>
