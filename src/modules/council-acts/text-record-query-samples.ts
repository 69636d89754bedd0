import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './text-record-queries.ts'

export const samples = {
  findTextRecord: [[ID]],
  holdTextRecord: [[ID]],
  listTextRecords: [[[ID]]],
  findPublicTextRecord: [['sq', 'prova-vendim-1-2026']],
  findSlugByNumber: [['prova', 2026, 1, 'akt']],
  setActText: [[ID, ID, MOMENT]],
  listActSubjects: [['sq', [ID]]],
} satisfies QuerySamples<typeof queries>
