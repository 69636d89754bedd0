import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './popolo-writing-queries.ts'

const OF = { institutionId: ID, now: MOMENT }
const PERSON = {
  id: ID,
  key: 'persons/1',
  name: 'Arbla Shkrepa',
  given_name: null,
  family_name: null,
  gender: null,
  contacts: [],
  identifiers: [],
  other_names: [],
  links: [],
  sources: [],
  slug: 'arbla-shkrepa',
}
const DAYS = { from_on: '2014-01-01', to_on: null }

export const samples = {
  writeParties: [[OF, [{ id: ID, key: 'organizations/1', name: 'Lista', kind: 'party' }]]],
  listPartyNames: [[ID]],
  plainWords: [[['Lista']]],
  writeTerms: [[OF, [{ id: ID, key: 'events/1', body_id: ID, name: 'Mandati', seats: 5, ...DAYS }]]],
  listSlugs: [[['arbla-shkrepa']]],
  listCouncillorsAmong: [[[ID]]],
  writePeople: [[OF, [PERSON]]],
  writeMandates: [
    [
      OF,
      [
        {
          id: ID,
          key: 'memberships/1',
          term_id: ID,
          person_id: ID,
          party_id: null,
          area: null,
          ...DAYS,
          end_kind: null,
        },
      ],
    ],
  ],
  writeBodyMembers: [[OF, [{ id: ID, body_id: ID, person_id: ID, role: 'member', ...DAYS }]]],
} satisfies QuerySamples<typeof queries>
