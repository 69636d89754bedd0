import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './announcing-queries.ts'

const DAY = '2026-11-20'
const ROW = { institutionId: ID, actId: ID, formId: ID, by: null, at: MOMENT }

export const samples = {
  findReadiness: [[ID]],
  setAnnounced: [[ID, { on: DAY, at: MOMENT, article: null }]],
  setForceArticle: [[ID, '4']],
  listPostings: [[ID]],
  postingWasSent: [[ID]],
  insertPosting: [[{ ...ROW, place: 'Hyrja e bashkisë', postedOn: DAY, documentId: null }]],
  setTakenOff: [[ID, DAY]],
  listNotifications: [[ID]],
  notificationWasSent: [[ID]],
  insertNotification: [[{ ...ROW, addressee: null, channel: 'hand', notifiedOn: DAY, protocol: null, forgetOn: null }]],
  countAddresseesDue: [[DAY]],
  eraseAddressees: [[DAY]],
  setRestriction: [
    [ID, null],
    [ID, { publicTitle: 'Për një ndihmë', ground: 'Të dhëna personale' }],
  ],
  setCorrected: [
    [
      ID,
      {
        title: 'Për tregun',
        titleEn: null,
        summary: null,
        publicTitle: null,
        adoptedOn: DAY,
        announcedOn: null,
        signedOn: null,
        chairName: null,
        secretaryName: null,
        proposer: null,
      },
    ],
  ],
  takeAct: [[ID, MOMENT]],
  restoreAct: [[ID, MOMENT]],
  findActAt: [['prova-decision-1-2026']],
  listComingIntoForce: [[MOMENT, 500]],
} satisfies QuerySamples<typeof queries>
