import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './councillor-queries.ts'

const DAY = '2026-11-22'
const FIELDS = {
  givenName: 'Arta',
  familyName: 'Gjoni',
  gender: 'female',
  genderPublic: false,
  profession: null,
  biography: null,
  biographyEn: null,
  contacts: [],
  email: null,
  phone: null,
  postal: null,
  lang: 'sq',
} as const
const FIELD_ROW = { ...FIELDS, contacts: [] }
const ALL = { institutions: null, term: null, body: null, party: null, state: null, today: DAY, after: null }
const NEW = {
  personId: ID,
  institutionId: ID,
  formId: ID,
  importId: null,
  importKey: null,
  slug: 'arta-gjoni',
  at: MOMENT,
}

export const samples = {
  findCouncillor: [[ID]],
  holdCouncillor: [[ID]],
  listCouncillors: [
    [ALL, 51],
    [{ ...ALL, institutions: [ID], term: ID, body: ID, party: ID, state: 'published', after: ID }, 51],
    [{ ...ALL, party: 'none' }, 51],
  ],
  insertCouncillor: [[{ ...FIELD_ROW, ...NEW }]],
  updateCouncillor: [[ID, FIELD_ROW, MOMENT]],
  renamePerson: [[ID, 'Arta Gjoni']],
  moveCouncillor: [[ID, 'published', MOMENT]],
  writePhoto: [[ID, { photoId: null, photoCredit: null }, MOMENT]],
  touchCouncillor: [[ID, MOMENT]],
  findCouncillorByForm: [[ID]],
  findNamed: [[ID, 'Arta Gjoni']],
  listCouncillorChoices: [[ID]],
  listBodiesOfPerson: [['sq', ID]],
  listSeatBodyIds: [[ID]],
  listCouncillorSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
