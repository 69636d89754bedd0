import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './office-case-queries.ts'

const everything = {
  institutions: null,
  state: null,
  channel: null,
  owner: null,
  withoutProtocol: false,
  late: null,
  from: null,
  until: null,
  words: '',
  number: null,
  before: null,
  limit: 50,
} as const

export const samples = {
  listInbox: [
    [everything],
    [
      {
        institutions: [ID],
        state: 'open',
        channel: 'counter',
        owner: 'nobody',
        withoutProtocol: true,
        late: MOMENT,
        from: MOMENT,
        until: MOMENT,
        words: 'treg',
        number: { number: 12, year: 2026 },
        before: { at: MOMENT, id: ID },
        limit: 50,
      },
    ],
    [{ ...everything, institutions: [ID, ID], state: 'closed', owner: { accountId: ID }, words: 'treg' }],
    [{ ...everything, owner: { role: 'clerk' } }],
  ],
  countOpenStates: [
    [null, 1000],
    [[ID], 1000],
  ],
  countForTiles: [
    [{ institutions: null, accountId: ID, now: MOMENT }],
    [{ institutions: [ID], accountId: ID, now: MOMENT }],
  ],
  findCaseDetail: [[ID]],
  listCasesByIds: [[[ID]]],
  listPapers: [[ID]],
  listCaseEvents: [[`intake.case:${ID}`]],
} satisfies QuerySamples<typeof queries>
