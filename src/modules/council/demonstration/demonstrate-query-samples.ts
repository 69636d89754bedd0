import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = {
  findConcluded: [['bregas-2026-2']],
} satisfies QuerySamples<typeof queries>
