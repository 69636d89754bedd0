import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './outbox-queries.ts'

const wish = {
  institutions: null,
  state: null,
  kind: null,
  from: null,
  to: null,
  recipient: '',
  after: null,
  limit: 20,
}

export const samples = {
  listOutbox: [
    ['sq', wish],
    ['en', { ...wish, institutions: [ID], state: 'waiting', recipient: 'arta@', after: { at: MOMENT, id: ID } }],
    ['sq', { ...wish, institutions: [ID], state: 'sent', kind: 'legal', from: MOMENT, to: MOMENT }],
  ],
  findOutboxLetter: [
    ['sq', ID, { institutions: null }],
    ['sq', ID, { institutions: [ID] }],
  ],
  countWaiting: [[{ institutions: null }], [{ institutions: [ID] }]],
  listLetterChanges: [[`mail.message:${ID}`]],
} satisfies QuerySamples<typeof queries>
