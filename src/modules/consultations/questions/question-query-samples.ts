import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './question-queries.ts'

const place = { institutionId: ID, consultationId: ID }
const fields = {
  nodeId: null,
  kind: 'several',
  compulsory: false,
  label: 'Cilat ditë?',
  labelEn: null,
  hint: null,
  hintEn: null,
  other: true,
  least: 1,
  most: 2,
  scaleTo: null,
  low: null,
  lowEn: null,
  high: null,
  highEn: null,
} as const

export const samples = {
  listQuestions: [[ID]],
  listQuestionsAt: [['prova-2026-1']],
  findOpenResults: [[ID]],
  keepQuestionnaire: [[{ ...place, at: MOMENT }], [{ ...place, openResults: true, at: MOMENT }]],
  insertQuestion: [[{ ...place, id: ID, at: MOMENT }, fields]],
  updateQuestion: [[ID, fields]],
  keepOptions: [[{ ...place, questionId: ID }, [{ n: 1, words: 'E diel', wordsEn: null }]]],
  orderQuestions: [[ID, [ID]]],
  deleteQuestion: [[ID]],
  markWithdrawn: [[ID, MOMENT]],
  insertQuestionEvent: [
    [
      {
        ...place,
        questionId: ID,
        kind: 'corrected',
        version: 2,
        labelBefore: 'Cilat?',
        at: MOMENT,
        by: null,
        reason: 'Më qartë.',
      },
    ],
  ],
  insertAnswers: [
    [
      { institutionId: ID, commentId: ID, n: 1 },
      [{ question: ID, kind: 'several', chosen: [1, 0], other: 'E hënë', scale: null, words: null }],
    ],
  ],
} satisfies QuerySamples<typeof queries>
