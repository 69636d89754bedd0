import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './councillor-removal-queries.ts'

export const samples = {
  countPrivateDue: [['2026-11-22']],
  erasePrivate: [['2026-11-22']],
  listImportedUntouched: [[ID]],
  deleteCouncillors: [[[ID]]],
} satisfies QuerySamples<typeof queries>
