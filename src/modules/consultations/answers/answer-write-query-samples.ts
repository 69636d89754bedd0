import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type { HeldAnswer } from './answer-write-queries.ts'
import type * as queries from './answer-write-queries.ts'

const by = { at: MOMENT, by: ID, form: ID }
const words = { decision: 'rejected', ground: null, reason: 'Nuk mundet, sepse ligji e ndalon.' } as const
const held: HeldAnswer = {
  id: ID,
  institutionId: ID,
  jurisdiction: 'AL',
  consultationId: ID,
  slug: 'tregu',
  concludedAt: null,
  code: '7K3M-Q9TB',
  lang: 'sq',
  groupId: null,
  state: 'decided',
  ...words,
  correction: null,
  revision: 1,
  source: 'office',
  writtenBy: ID,
  proposedBy: ID,
  proposedRole: 'hartuesi i akteve',
  decidedRole: 'titullari i institucionit',
  decidedAt: MOMENT,
  version: 0,
  formId: null,
}

export const samples = {
  holdAnswer: [[ID]],
  holdMatter: [[ID]],
  holdAnswerable: [[[ID]]],
  insertAnswer: [
    [
      {
        institutionId: ID,
        consultationId: ID,
        code: '7K3M-Q9TB',
        groupId: null,
        lang: 'sq',
        ...words,
        source: 'office',
        drafter: null,
        ...by,
      },
    ],
  ],
  findAnswerByForm: [[ID]],
  putAnswered: [[ID, [ID], by]],
  dropAnswered: [[ID, [ID]]],
  readAnswered: [[ID]],
  writeWords: [
    [ID, words, by],
    [ID, words, { ...by, correction: 'U gabua neni' }],
  ],
  restorePublished: [[ID, 'published', by]],
  markProposed: [[ID, { ...by, role: 'hartuesi i akteve' }]],
  markDecided: [[ID, { ...by, role: 'titullari i institucionit' }]],
  markReturned: [[ID, { at: MOMENT, reason: 'Mungon neni', form: ID }]],
  publishVersion: [[held, by]],
  deleteAnswer: [[ID]],
  widenAnswer: [[ID, MOMENT, null]],
  touchAnswer: [[ID, MOMENT, ID]],
  countAnswered: [
    [ID, null],
    [ID, 'late'],
    [ID, 'held'],
  ],
  findDraftOfComment: [[ID]],
  findConsultationOf: [[ID]],
  findGroupOf: [[ID]],
  findAnswerByCode: [[ID, '7K3M-Q9TB']],
} satisfies QuerySamples<typeof queries>
