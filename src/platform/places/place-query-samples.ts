import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './place-queries.ts'

const facts = { parentId: ID, level: 'village', nameSq: 'Fshati', nameEn: null, nameSr: null, code: '7' } as const

export const samples = {
  findPlace: [['en', ID]],
  holdPlace: [[ID]],
  listMunicipalities: [
    ['sq', null],
    ['sq', 'XK'],
  ],
  listPlacesUnder: [['sq', ID]],
  listSubjectPlaces: [['sq', [`consultations.consultation:${ID}`]]],
  listMemberPlaces: [
    ['sq', null],
    ['en', ID],
  ],
  listPlacesOf: [['sq', [ID]]],
  isPlaceNameTaken: [[facts, ID]],
  isPlaceCodeTaken: [['AL', facts, ID]],
  insertPlace: [[{ institutionId: ID, jurisdiction: 'AL', demonstration: false }, ID, facts, MOMENT]],
  updatePlace: [[ID, facts]],
  setPlaceRetired: [[ID, null]],
  insertOwnMunicipality: [
    [{ institutionId: ID, jurisdiction: 'AL', nameSq: 'Prova', officialSq: 'Bashkia Prova', demonstration: true }],
  ],
  upsertShippedPlaces: [
    [
      [
        {
          key: 'al-prova',
          jurisdiction: 'AL',
          level: 'region',
          parentKey: null,
          code: null,
          nameSq: 'Prova',
          nameEn: null,
          nameSr: null,
          officialSq: 'Qarku Prova',
          officialEn: null,
          officialSr: null,
        },
      ],
    ],
  ],
  deleteSubjectPlaces: [[`consultations.consultation:${ID}`]],
  insertSubjectPlaces: [[`consultations.consultation:${ID}`, ID, [ID]]],
  ofPlace: { untried: 'a fragment: tried in the queries that use it' },
} satisfies QuerySamples<typeof queries>
