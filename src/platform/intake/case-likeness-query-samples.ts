import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './case-likeness-queries.ts'

export const samples = {
  listLikenesses: [[{ id: ID, institutionId: ID, subject: `intake.case:${ID}` }]],
  findCaseToName: [
    [{ institutionId: ID, words: 'AAAA-AAAA', number: null }],
    [{ institutionId: ID, words: '12/2026', number: { number: 12, year: 2026 } }],
  ],
  findSameProtocol: [[{ institutionId: ID, number: '12', year: '2026', except: null }]],
  copyDocuments: [[{ from: 'intake.case:a', to: 'intake.case:b', institutionId: ID }]],
  copyPapers: [[{ fromId: ID, toId: ID, institutionId: ID }]],
  noteExported: [[{ ids: [ID], accountId: ID, at: MOMENT }]],
} satisfies QuerySamples<typeof queries>
