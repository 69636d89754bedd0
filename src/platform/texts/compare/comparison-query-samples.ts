import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './comparison-queries.ts'

export const samples = {
  listVersionSteps: [[ID]],
  listStepChanges: [[[ID]], [[]]],
} satisfies QuerySamples<typeof queries>
