import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-queries.ts'

const ALL = { institutionId: null, bodyId: null, group: null, kind: null, topic: null, place: null }
const FULL = { institutionId: ID, bodyId: ID, group: 'council', kind: 'urgent', topic: ID, place: ID } as const
const YEAR = { from: '2026-01-01', to: '2026-12-31', limit: 100 }

export const samples = {
  findPublishedMeeting: [['en', 'prova-keshilli-2026-1']],
  listPublishedByIds: [['sq', [ID]]],
  listMeetingsBetween: [
    ['sq', ALL, YEAR],
    ['en', FULL, YEAR],
  ],
  listPastMeetings: [
    ['sq', ALL, { before: '2026-11-22', year: null, after: null, limit: 21 }],
    ['en', FULL, { before: '2026-11-22', year: 2025, after: { day: '2025-05-05', id: ID }, limit: 21 }],
  ],
  listComingMeetings: [
    ['sq', ALL, { from: '2026-11-22', limit: 21 }],
    ['en', FULL, { from: '2026-11-22', limit: 21 }],
  ],
  listChangedMeetings: [
    ['sq', ALL, 50],
    ['en', FULL, 50],
  ],
  listBodyChoices: [
    ['sq', null],
    ['en', ID],
  ],
  listYears: [[null], [ID]],
  listPublicIds: [
    [null, 10],
    [ID, 10],
  ],
  listAgendaWords: [[[ID]]],
} satisfies QuerySamples<typeof queries>
