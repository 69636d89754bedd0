import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './room-queries.ts'

export const samples = { countRooms: [[ID]] } satisfies QuerySamples<typeof queries>
