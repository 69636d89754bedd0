import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './register-queries.ts'
import { REGISTER_SORTS, REGISTER_STATES, type RegisterSelection } from './register-rules.ts'

const everything: RegisterSelection = {
  institutionId: null,
  country: null,
  year: null,
  actKind: null,
  state: null,
  topicId: null,
  placeId: null,
  words: '',
  number: null,
  report: null,
  basis: null,
}
const narrow: RegisterSelection = {
  institutionId: ID,
  country: 'AL',
  year: 2026,
  actKind: 'regulation',
  state: 'open',
  topicId: ID,
  placeId: ID,
  words: 'treg',
  number: null,
  report: true,
  basis: 'AL-CONS-NOTICE',
}
const wish = { selection: everything, now: MOMENT, sort: 'newest', rising: false } as const
const first = { key: null, back: false, limit: 26 } as const
const key = { n: 20_261_122, id: ID }

const wishes = [
  { ...wish, ...first },
  { ...wish, ...first, selection: narrow },
  { ...wish, ...first, selection: { ...everything, number: { n: 1, year: 2026 }, report: false, basis: 'other' } },
  ...REGISTER_STATES.map((state) => ({ ...wish, ...first, selection: { ...everything, state } })),
  ...REGISTER_SORTS.flatMap((sort) => [
    { ...wish, sort, key, back: false, limit: 26 },
    { ...wish, sort, key, back: true, rising: true, limit: 26 },
  ]),
] satisfies queries.RegisterPageWish[]

export const samples = {
  listRegister: wishes.map((one) => ['sq', one] as const),
  listRegisterData: wishes.map((one) => [one] as const),
  countRegister: wishes.map((one) => [one, 10_001] as const),
  findRegisterYears: [[]],
  listGaps: [[{ institutionId: ID, year: null, limit: 50 }], [{ institutionId: ID, year: 2026, limit: 50 }]],
} satisfies QuerySamples<typeof queries>
