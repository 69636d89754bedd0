import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './oversight-queries.ts'

const span = { from: MOMENT, to: MOMENT }

export const samples = {
  listOfficeSecurityEvents: [
    ['sq', { institutions: null, words: '', kind: null, span: null, before: null, limit: 51 }],
    ['en', { institutions: [ID], words: 'Besa', kind: 'signed-in', span, before: '7', limit: 51 }],
  ],
  listOfficeAccesses: [
    ['sq', { institutions: null, words: '', subject: '', span: null, before: null, limit: 51 }],
    ['en', { institutions: [ID], words: 'Besa', subject: `intake.case:${ID}`, span, before: '7', limit: 51 }],
  ],
  findAccessTerm: [[ID]],
  countAccessesDue: [[MOMENT]],
  setAccessTerm: [
    [ID, 24, MOMENT],
    [ID, null, MOMENT],
  ],
  deleteAccessesDue: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
