import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './register-queries.ts'

const everything: queries.RegisterSelection = {
  institutionId: null,
  among: null,
  year: null,
  kind: null,
  nature: null,
  commissionId: null,
  commissionWords: null,
  proposer: null,
  topicId: null,
  placeId: null,
  legality: null,
  force: null,
  number: null,
  words: null,
}
const words = { inTitle: ['treg', 'tarifa'], tsquery: "'treg'", kinds: ['act'] }
const narrow: queries.RegisterSelection = {
  ...everything,
  institutionId: ID,
  among: [ID],
  year: 2026,
  kind: 'regulation',
  nature: 'normative',
  commissionId: ID,
  commissionWords: 'Komisioni juridik',
  proposer: 'mayor',
  topicId: ID,
  placeId: ID,
  legality: 'conform',
  force: 'in-force',
  words,
}
const wish = { selection: everything, day: '2026-11-22', sort: 'newest' } as const
const byNumber = {
  ...wish,
  sort: 'number',
  selection: { ...everything, number: { serial: 12, year: 2026, kind: 'decision', printed: '12/2026' } },
} as const
const printed = {
  ...wish,
  selection: { ...everything, number: { serial: null, year: null, kind: null, printed: '12/a' } },
} as const
const page = { offset: 25, limit: 25 } as const
const wishes = [wish, { ...wish, selection: narrow }, byNumber, printed] satisfies queries.RegisterWish[]

export const samples = {
  listRegister: wishes.map((one) => ['sq', { ...one, ...page }] as const),
  countRegister: wishes.map((one) => [one, 10_001] as const),
  findByWords: [
    [{ ...wish, ...page, words, cap: 10_001 }],
    [{ ...wish, sort: 'number', selection: narrow, ...page, words, cap: 10_001 }],
  ],
  listTitled: [['en', { ...wish, ...page, words }]],
  listByIds: [['sq', [ID]]],
  listRegisterData: [
    ...wishes.map((one): [Parameters<typeof queries.listRegisterData>[1]] => [{ ...one, after: null, limit: 500 }]),
    [{ ...wish, after: { day: '2026-11-22', id: ID }, limit: 500 }],
  ],
} satisfies QuerySamples<typeof queries>
