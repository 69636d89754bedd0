import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './record-entries-queries.ts'

export const samples = {
  countEntriesOf: [[`consultations.comment:${ID}`]],
} satisfies QuerySamples<typeof queries>
