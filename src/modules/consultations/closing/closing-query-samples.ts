import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './closing-queries.ts'

export const samples = {
  insertPutOff: [
    [
      {
        institutionId: ID,
        consultationId: ID,
        kind: 'extended',
        version: 2,
        at: MOMENT,
        by: ID,
        reason: 'arsyeja',
        reasonEn: null,
        from: '2026-12-22',
        to: '2027-01-12',
        decision: '112',
        decidedOn: '2026-12-01',
        formId: ID,
      },
    ],
  ],
  formWasSent: [[ID]],
  findTold: [['1']],
  takeParticipants: [[{ eventId: '1', consultationId: ID, institutionId: ID, at: MOMENT, limit: 5 }]],
  listRunOut: [[MOMENT, 5]],
  holdMoved: [[ID]],
  listRepetitions: [
    ['sq', ID, true],
    ['en', ID, false],
  ],
  copyText: [[{ versionId: ID, at: MOMENT }]],
  copyDocuments: [
    [{ from: `consultations.consultation:${ID}`, to: `consultations.consultation:${ID}`, at: MOMENT, by: ID }],
  ],
} satisfies QuerySamples<typeof queries>
