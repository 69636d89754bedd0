import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './found-queries.ts'

export const samples = {
  listStatesOfActs: [[[ID]], [[ID, ID]]],
  listRelatedTitles: [[[ID]], [[ID, ID]]],
  listDoneTo: [[[ID]], [[ID, ID]]],
} satisfies QuerySamples<typeof queries>
