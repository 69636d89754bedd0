import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-queries.ts'

const FILTER = {
  institutionId: null,
  kind: null,
  when: null,
  mode: null,
  topic: null,
  place: null,
  today: '2026-11-22',
  after: null,
  limit: 21,
}
const FULL = {
  institutionId: ID,
  kind: 'workshop',
  mode: 'online',
  topic: ID,
  place: ID,
  today: '2026-11-22',
  after: { day: '2026-12-15', id: ID },
  limit: 21,
} as const
const DATES = { from: '2026-01-01', to: '2026-12-31', institutionId: null, mode: null, topic: null, place: null }

export const samples = {
  findPublishedMeeting: [['en', 'prova-takim']],
  listPublishedByIds: [['sq', [ID]]],
  listPublishedMeetings: [
    ['sq', FILTER],
    ['en', { ...FULL, when: 'ahead' }],
    ['sq', { ...FULL, when: 'past' }],
  ],
  listDatesOf: [['en', [ID]]],
  listDatesBetween: [
    ['sq', DATES, 500],
    ['en', { ...DATES, institutionId: ID, mode: 'field', topic: ID, place: ID }, 500],
  ],
  listPublicIds: [
    [null, 10],
    [ID, 10],
  ],
  listMeetingWords: [[[ID]]],
  findMeetingRecords: [[[ID]]],
  listMeetingRecords: [
    [null, 10],
    [ID, 10],
  ],
  listConsultationChoices: [['en', ID]],
  findConsultationRef: [[{ institutionId: ID, slug: 'prova-2026-1' }]],
  findConsultationToMeetAbout: [[ID]],
} satisfies QuerySamples<typeof queries>
