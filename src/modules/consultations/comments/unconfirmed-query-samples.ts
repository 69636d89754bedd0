import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './unconfirmed-queries.ts'

export const samples = { countUnconfirmed: [[MOMENT]], eraseUnconfirmed: [[MOMENT]] } satisfies QuerySamples<
  typeof queries
>
