import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './term-queries.ts'

const term = {
  institutionId: ID,
  ruleId: 'AL-LSG-CONSULT',
  ruleVersion: 1,
  kind: 'own',
  n: 20,
  unit: 'wd',
  firstDay: null,
  roll: null,
  basis: 'Rregullorja e këshillit, neni 12',
  fromOn: '2026-01-01',
  setById: null,
  formId: ID,
} as const

const onDay = '2026-11-21'

export const samples = {
  listTerms: [[ID]],
  standingTerm: [[ID, 'AL-LSG-CONSULT', onDay]],
  standingTerms: [[ID, onDay]],
  findTerm: [[ID, ID]],
  findTermOfForm: [[ID]],
  holdUnendedTerm: [[ID, 'AL-LSG-CONSULT']],
  listPublicTerms: [
    ['sq', { onDay, limit: 50 }],
    ['en', { onDay, limit: 50, ruleId: 'AL-LSG-CONSULT', institutionId: ID, jurisdiction: 'AL' }],
  ],
  insertTerm: [[term, MOMENT]],
  setTermEnded: [[ID, { untilOn: onDay, byId: null, at: MOMENT }]],
  countOpenByRule: [[ID]],
} satisfies QuerySamples<typeof queries>
