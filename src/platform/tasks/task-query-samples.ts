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
        dueOn: '2026-11-30',
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
  updateTask: [
    [
      ID,
      {
        title: 'Lexoni komentet',
        words: '',
        state: 'done',
        dueOn: null,
        role: null,
        holderId: ID,
        reason: null,
        endedAt: MOMENT,
      },
    ],
  ],
} satisfies QuerySamples<typeof queries>
