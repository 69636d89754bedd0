import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = { findDemoConsultation: [[ID]] } satisfies QuerySamples<typeof queries>
