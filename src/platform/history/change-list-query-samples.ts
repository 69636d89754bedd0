import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './change-list-queries.ts'

const ALL = {
  subject: null,
  institutions: null,
  accountId: null,
  recordKind: null,
  from: null,
  to: null,
  beforeId: null,
  limit: 5,
} as const

export const samples = {
  listChanges: [
    ['sq', ALL],
    ['en', { ...ALL, subject: `consultations.comment:${ID}`, beforeId: '7' }],
    [
      'sq',
      { ...ALL, institutions: [ID], accountId: ID, recordKind: 'consultations.comment', from: MOMENT, to: MOMENT },
    ],
    ['sq', { ...ALL, institutions: [ID, ID] }],
    ['sq', { ...ALL, subject: `people.account:${ID}`, institutions: [ID], withUnplaced: true }],
  ],
  institutionsOfSubject: [[`consultations.comment:${ID}`]],
  listChangers: [[null], [[ID]]],
} satisfies QuerySamples<typeof queries>
