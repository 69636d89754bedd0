import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './due-queries.ts'

export const samples = {
  holdTelling: [[ID]],
  findConsultationOfAnswer: [[ID]],
  listConsultationsOfVersion: [[ID]],
  listConsultationsToLookAt: [[MOMENT]],
  listDue: [[ID, 5]],
  listOpenPrints: [[ID]],
  insertLetters: [
    [
      [
        {
          id: ID,
          institutionId: ID,
          consultationId: ID,
          channel: 'print',
          lang: 'sq',
          contactId: null,
          deliveryId: ID,
          memberId: null,
          at: MOMENT,
        },
      ],
    ],
  ],
  insertTold: [
    [
      [
        {
          institutionId: ID,
          consultationId: ID,
          commentId: ID,
          memberId: null,
          answerId: ID,
          version: 1,
          what: 'answer',
          textVersionId: null,
          channel: 'page',
          letterId: null,
          at: MOMENT,
        },
      ],
    ],
  ],
  insertEffectsWithAnswers: [[{ consultationId: ID, at: MOMENT }]],
  insertRatingTokens: [[[{ digest: Buffer.alloc(32), letterId: ID, at: MOMENT }]]],
  findInstitutionOf: [[ID]],
} satisfies QuerySamples<typeof queries>
