import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './clock-queries.ts'

export const samples = {
  setAnnounceBy: [
    [ID, '2026-11-30'],
    [ID, null],
  ],
  setForceFrom: [[ID, { basis: 'after-announcement', from: '2026-12-10' }]],
} satisfies QuerySamples<typeof queries>
