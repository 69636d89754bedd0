import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './setup-queries.ts'

const MEETING = {
  id: ID,
  institutionId: ID,
  bodyId: ID,
  day: '2026-11-22',
  zone: 'Europe/Tirane',
  jurisdiction: 'AL',
  closed: false,
} as const

export const samples = {
  readSetup: [[MEETING, MOMENT]],
} satisfies QuerySamples<typeof queries>
