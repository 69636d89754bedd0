import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './count-queries.ts'

const one = { institutionId: ID, from: 2022, to: 2026 }
const all = { ...one, institutionId: null }
const day = '2026-11-22'

export const samples = {
  tallyKinds: [[one], [all]],
  tallyProposers: [[one], [all]],
  tallyLegality: [[one], [all]],
  tallyForce: [
    [one, day],
    [all, day],
  ],
  tallyLateness: [
    [one, day],
    [all, day],
  ],
  countPaces: [[one], [all]],
  measurePaces: [
    [one, day],
    [all, day],
  ],
  listCountedYears: [[ID], [null]],
  countNatures: [[one], [all]],
} satisfies QuerySamples<typeof queries>
