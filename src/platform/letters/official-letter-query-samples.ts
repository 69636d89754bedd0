import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './official-letter-queries.ts'

const ANY = {
  institutions: null,
  state: null,
  number: null,
  year: null,
  protocol: '',
  words: '',
  from: null,
  to: null,
  before: null,
  limit: 51,
}

export const samples = {
  findOfficialLetter: [[ID]],
  holdOfficialLetter: [[ID]],
  listOfficialLetters: [
    [ANY],
    [
      {
        ...ANY,
        institutions: [ID],
        state: 'issued',
        number: 12,
        year: 2026,
        protocol: '1247/3',
        words: '%ana%',
        from: '2026-01-01',
        to: '2026-12-31',
        before: { at: MOMENT, id: ID },
      },
    ],
    [{ ...ANY, institutions: [ID, ID] }],
  ],
  listLettersOfContact: [[ID]],
  listLettersById: [[[ID]]],
  countDrafts: [[null], [[ID]]],
  listDraftsOf: [[ID]],
  handOverDrafts: [[ID, ID]],
  listLetterSubjects: [[ID]],
  findByNumber: [[{ institutionId: ID, number: 12, year: 2026 }]],
  findNumbered: [[ID, ID]],
  listCorrections: [[ID]],
} satisfies QuerySamples<typeof queries>
