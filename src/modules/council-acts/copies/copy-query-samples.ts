import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './copy-queries.ts'

const NEW = {
  institutionId: ID,
  actId: ID,
  formId: ID,
  askedBy: null,
  reach: null,
  askedOn: '2026-11-20',
  forgetOn: '2028-11-20',
  protocol: null,
  by: null,
  at: MOMENT,
} as const

export const samples = {
  findCopy: [[ID]],
  findCopiesById: [[[ID]]],
  listCopies: [
    [{ institutions: null, actId: null }, 10],
    [{ institutions: [ID], actId: ID }, 10],
  ],
  countWaitingCopies: [[null], [[ID]]],
  findCopyByCode: [['en', 'ABCDEFGH2345']],
  insertCopy: [[NEW]],
  findCopyByForm: [[ID]],
  lockCopy: [[ID]],
  nextCopyNumber: [[ID, 2026]],
  markIssued: [[ID, { year: 2026, number: 1, code: 'ABCDEFGH2345', versionId: null, by: null, at: MOMENT }]],
  markEnded: [[ID, { state: 'refused', reason: 'Akti nuk është i joni.' }]],
  listCopiedVersions: [[ID]],
  findPlainText: [[ID]],
  countAskersDue: [['2026-11-20']],
  forgetAskers: [['2026-11-20']],
} satisfies QuerySamples<typeof queries>
