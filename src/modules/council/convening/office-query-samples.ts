import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './office-queries.ts'

const ALL = { institutions: null, bodyId: null, state: null, year: null }

export const samples = {
  listOfficeMeetings: [
    [ALL, null, 51],
    [{ institutions: [ID], bodyId: ID, state: 'convened', year: 2026 }, { at: MOMENT, id: ID }, 51],
  ],
  keyOfMeeting: { untried: 'Asks nothing.' },
  listMeetingBodies: [
    ['sq', null],
    ['en', [ID]],
  ],
  findBodyClock: [[ID]],
  listSeated: [[ID, '2026-12-10']],
  countSeats: [[ID, '2026-12-10']],
  listPostings: [[ID]],
  findMinutesState: [[ID]],
  countInvited: [[ID]],
  listPapers: [
    [{ institutions: null, kind: null, state: null, words: null }, null, 51],
    [{ institutions: [ID], kind: 'report', state: 'draft', words: 'tregu' }, { at: MOMENT, id: ID }, 51],
  ],
  listPapersToAdd: [[{ institutionId: ID, meetingId: ID }]],
  listConsultations: [[{ institutionId: ID, words: null }], [{ institutionId: ID, words: 'tregu' }]],
  listCommissionMeetings: [[ID]],
  countWaitingMeetings: [
    [null, MOMENT],
    [[ID], MOMENT],
  ],
} satisfies QuerySamples<typeof queries>
