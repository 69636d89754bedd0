import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './clockwork-queries.ts'

const untried = 'joins queries that are tried by themselves, and computes with their rows'

export const samples = {
  holdClockwork: { untried },
  clockworkFor: { untried },
  calendarFor: { untried },
} satisfies QuerySamples<typeof queries>
