import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './institution-search-queries.ts'

export const samples = {
  listFoundInstitutions: [[[ID]], [[ID, ID]]],
  listPublicInstitutionIds: [
    [null, 10],
    [ID, 10],
  ],
  listFoundBodies: [[[ID]], [[ID, ID]]],
  listPublicBodyIds: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
