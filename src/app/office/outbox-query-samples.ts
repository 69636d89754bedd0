import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './outbox-queries.ts'

export const samples = {
  listOutbox: [
    ['sq', { institutions: null, state: 'any', recipient: '', after: null, limit: 20 }],
    ['en', { institutions: [ID], state: 'uncertain', recipient: 'arta@', after: { at: MOMENT, id: ID }, limit: 20 }],
    ['sq', { institutions: [ID], state: 'settled', recipient: '', after: null, limit: 20 }],
  ],
  findOutboxLetter: [
    ['sq', ID, { institutions: null }],
    ['sq', ID, { institutions: [ID] }],
  ],
  countUncertain: [[{ institutions: null }], [{ institutions: [ID] }]],
} satisfies QuerySamples<typeof queries>
