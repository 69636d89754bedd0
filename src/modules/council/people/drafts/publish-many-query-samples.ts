import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './publish-many-queries.ts'

export const samples = {
  listDraftMembers: [
    [null, 10],
    [[ID], 10],
  ],
  holdMembers: [
    [[ID], null],
    [[ID], [ID]],
  ],
  publishMembers: [[[ID], MOMENT]],
} satisfies QuerySamples<typeof queries>
