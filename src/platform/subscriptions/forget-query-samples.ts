import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './forget-queries.ts'

export const samples = {
  countForgettable: [
    ['unconfirmed', MOMENT],
    ['ended', MOMENT],
    ['bounced', MOMENT],
  ],
  forgetFollows: [
    ['unconfirmed', MOMENT],
    ['ended', MOMENT],
    ['bounced', MOMENT],
  ],
} satisfies QuerySamples<typeof queries>
