import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './registration-queries.ts'

const KIND = 'meetings.meeting'
const SUBJECT = `${KIND}:${ID}`
const BEFORE = { kind: KIND, unconfirmed: MOMENT, over: [SUBJECT] }

export const samples = {
  listRegistrations: [[SUBJECT]],
  findRegistration: [[ID]],
  findByToken: [[DIGEST]],
  findStanding: [[SUBJECT, ID]],
  isFormKnown: [[ID]],
  insertRegistration: [
    [
      {
        subject: SUBJECT,
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
  countStanding: [[SUBJECT]],
  listWaiting: [[SUBJECT, 3]],
  tickAttended: [[SUBJECT, [ID]]],
  countTicked: [[SUBJECT]],
  contactOf: [['a@posta.example', 'sq', MOMENT]],
  takeRegistered: [[{ event: 'meetings.event:1', subject: SUBJECT, at: MOMENT, limit: 200 }]],
  listGatherings: [[KIND]],
  countForgotten: [[BEFORE]],
  deleteForgotten: [[BEFORE]],
  listOfContact: [[KIND, ID]],
  deleteOfContact: [[KIND, ID]],
  renameOfContact: [[KIND, { contactId: ID, name: 'Prova Shembull' }]],
} satisfies QuerySamples<typeof queries>
