import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './registration-queries.ts'

const BEFORE = { unconfirmed: MOMENT, over: '2026-11-01' }

export const samples = {
  listRegistrations: [[ID]],
  findRegistration: [[ID]],
  findByToken: [[DIGEST]],
  findStanding: [[ID, ID]],
  isFormKnown: [[ID]],
  insertRegistration: [
    [
      {
        meetingId: ID,
        institutionId: ID,
        formId: ID,
        contactId: ID,
        tokenDigest: DIGEST,
        lang: 'sq',
        channel: 'web',
        name: 'Prova Shembull',
        organisation: null,
        sector: 'citizen',
        phone: null,
        speaks: true,
        itemId: ID,
        needs: null,
        state: 'sent',
        confirmedAt: null,
        enteredBy: null,
        at: MOMENT,
      },
    ],
  ],
  setToken: [[ID, DIGEST]],
  moveRegistration: [[{ id: ID, state: 'confirmed', at: MOMENT }]],
  countStanding: [[ID]],
  listWaiting: [[ID, 3]],
  tickAttended: [[ID, [ID]]],
  countTicked: [[ID]],
  contactOf: [['a@posta.example', 'sq', MOMENT]],
  findToldEvent: [['1']],
  takeRegistered: [[{ eventId: '1', meetingId: ID, at: MOMENT, limit: 200 }]],
  countForgotten: [[BEFORE]],
  deleteForgotten: [[BEFORE]],
  listOfContact: [['en', ID]],
  holdMeetingsOf: [[ID]],
  deleteOfContact: [[ID]],
  renameOfContact: [[ID, 'Prova Shembull']],
} satisfies QuerySamples<typeof queries>
