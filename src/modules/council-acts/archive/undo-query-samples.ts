import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './undo-queries.ts'

export const samples = {
  holdActsToLeave: [
    [ID, null, 1000],
    [ID, ID, 1000],
  ],
  listActsInUse: [[[ID]]],
  listActsNaming: [[[ID]]],
  unbindRelations: [[[ID]]],
  listDocumentsOfActs: [[[ID]]],
  deleteArchiveActs: [[[ID]]],
  moveToUndoing: [[ID]],
  moveToUndone: [[ID, { kept: 0, at: MOMENT, by: null }]],
  raiseVersions: [[[ID], MOMENT]],
} satisfies QuerySamples<typeof queries>
