import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './invitation-queries.ts'

const MEETING = { id: ID, institutionId: ID }

export const samples = {
  listInvitations: [[ID]],
  findInvitation: [[ID]],
  findInvitationByToken: [[DIGEST]],
  insertMembers: [[MEETING, [ID], MOMENT]],
  endMembersBut: [[ID, [ID], MOMENT]],
  insertGuest: [
    [
      {
        meetingId: ID,
        institutionId: ID,
        formId: ID,
        name: 'Prova Shembull',
        post: null,
        email: 'prova@posta.example',
        postal: null,
        lang: 'sq',
        channel: 'mail',
        at: MOMENT,
      },
    ],
  ],
  setChannel: [[ID, 'letter', MOMENT]],
  setLink: [[ID, { number: 2, digest: DIGEST }]],
  setHanded: [[ID, { at: MOMENT, note: 'Arkivës', seen: 3, now: MOMENT }]],
  setAnswer: [[ID, { answer: 'excused', note: null, by: null, at: MOMENT }]],
  endInvitation: [[ID, MOMENT]],
  noteLetter: [
    [{ invitationId: ID, what: 'call', from: 0, upto: 3, channel: 'mail', letterId: ID, at: MOMENT, by: ID }],
  ],
  listPaperLetters: [[ID]],
  findSetQuorum: [[ID]],
  countForgettable: [['2026-11-01']],
  forgetInvitationRows: [['2026-11-01']],
  listOfContact: [[ID]],
  eraseOfContact: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
