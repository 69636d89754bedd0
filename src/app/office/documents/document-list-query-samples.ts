import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './document-list-queries.ts'

const READABLE = {
  everywhere: ['consultations.consultation'],
  pairs: [`consultations.comment ${ID}`],
  confidentialIn: [ID],
}
const ALL = {
  institutions: null,
  kind: null,
  class: null,
  role: null,
  missing: null,
  state: null,
  terms: null,
} as const

export const samples = {
  listOfficeDocuments: [
    [{ ...READABLE, confidentialIn: null }, ALL, null, 51],
    [
      READABLE,
      {
        institutions: [ID],
        kind: 'consultations.consultation',
        class: 'public',
        role: 'annex',
        missing: 'en',
        state: 'unreadable',
        terms: 'buxhet:*',
      },
      { at: MOMENT, id: ID },
      51,
    ],
    [READABLE, { ...ALL, state: 'taken-down' }, null, 51],
  ],
  listDocumentChanges: [[`platform.document:${ID}`]],
  listSameContent: [[ID]],
  listSpaces: [[[ID]]],
  listDocumentSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
