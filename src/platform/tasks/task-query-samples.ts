import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './task-queries.ts'

export const samples = {
  insertTask: [
    [
      {
        institutionId: ID,
        subject: `consultations.consultation:${ID}`,
        title: 'Lexoni komentet',
        words: '',
        holderId: null,
        role: 'moderator',
        givenById: null,
        givenAt: MOMENT,
        formId: null,
      },
    ],
  ],
  findTaskByForm: [[ID]],
  lockTask: [[ID]],
  lockTasksOf: [[`intake.case:${ID}`]],
  lockTasksHeldBy: [[ID]],
  updateDated: [[ID, true]],
  updateTask: [
    [
      ID,
      {
        title: 'Lexoni komentet',
        words: '',
        state: 'done',
        role: null,
        holderId: ID,
        reason: null,
        endedAt: MOMENT,
      },
    ],
  ],
} satisfies QuerySamples<typeof queries>
