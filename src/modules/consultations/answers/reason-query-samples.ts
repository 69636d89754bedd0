import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './reason-queries.ts'

const words = { lang: 'sq', title: 'Ligji e ndalon', decision: 'rejected', words: 'Ligji nuk e lejon.' } as const

export const samples = {
  listReasons: [
    [{ institutions: [ID], decision: 'rejected', active: true, after: { title: 'A', id: ID }, limit: 20 }],
    [{ institutions: null, decision: null, active: null, after: null, limit: 20 }],
  ],
  findReason: [[ID]],
  holdReason: [[ID]],
  insertReason: [[{ ...words, institutionId: ID, at: MOMENT, by: ID, form: ID }]],
  findReasonByForm: [[ID]],
  changeReason: [[ID, { ...words, active: false }, { at: MOMENT, by: ID, form: ID }]],
  countReasonUse: [[ID, ID]],
} satisfies QuerySamples<typeof queries>
