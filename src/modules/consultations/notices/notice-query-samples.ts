import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './notice-queries.ts'

const words = { reasons: 'a', reasonsEn: '', effect: '', effectEn: '', questions: '', questionsEn: '' }
const of = { institutionId: ID, consultationId: ID }
const leader = { ...of, partnerId: null, name: 'a', contactRole: null, readsComments: false, at: MOMENT, by: null }

export const samples = {
  findNoticeWords: [[ID]],
  setNoticeWords: [[{ ...of, words, at: MOMENT }]],
  listCoLeaders: [['en', ID]],
  insertCoLeader: [[{ ...leader, formId: ID }], [{ ...leader, formId: null }]],
  endCoLeaderRow: [[{ id: ID, consultationId: ID, at: MOMENT, by: ID }]],
  listPostings: [[ID]],
  insertPosting: [
    [
      {
        ...of,
        place: 'Tabela',
        postedOn: '2026-11-22',
        takenDownOn: null,
        documentId: null,
        at: MOMENT,
        by: null,
        formId: null,
      },
    ],
  ],
  postingWasSent: [[ID]],
  findPosting: [[ID, ID]],
  setTakenDown: [[ID, '2026-11-22']],
  removePostingRow: [[ID, MOMENT, ID]],
  countInvited: [[ID]],
  listStages: [
    ['en', ID, true],
    ['sq', ID, false],
  ],
  findNames: [['sq', ID, '2026-11-22', '2026-11-22']],
  listPartners: [['sq', ID]],
} satisfies QuerySamples<typeof queries>
