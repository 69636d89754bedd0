import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './takedown-queries.ts'

const SUBJECT = `consultations.comment:${ID}`

export const samples = {
  insertTakedown: [
    [
      {
        submissionId: ID,
        institutionId: ID,
        subject: SUBJECT,
        ofSubject: null,
        ground: 'personal-data',
        note: null,
        contentGone: false,
        takenAt: MOMENT,
        takenById: ID,
      },
    ],
  ],
  findTakedownBySubmission: [[ID]],
  findTakedown: [[ID]],
  holdTakedown: [[ID]],
  listStanding: [[[SUBJECT]]],
  listTakedowns: [
    [{ institutions: null, standing: null, after: null, limit: 5 }],
    [{ institutions: [ID], standing: true, after: { at: MOMENT, id: ID }, limit: 5 }],
    [{ institutions: [ID], standing: false, after: null, limit: 5 }],
  ],
  markLifted: [[{ id: ID, at: MOMENT, byAccountId: ID, reason: 'U sqarua.' }]],
  listDocumentsById: [[[ID]]],
  holdDocument: [[ID]],
  setRemoved: [
    [ID, MOMENT],
    [ID, null],
  ],
  forgetTitles: [[[ID]]],
  listDigestsOf: [[[ID]]],
  listDocumentIdsOf: [[[SUBJECT]]],
} satisfies QuerySamples<typeof queries>
