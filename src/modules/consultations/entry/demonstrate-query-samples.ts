import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = {
  findOpenWithText: [['bregas', MOMENT]],
} satisfies QuerySamples<typeof queries>
