import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './task-list-queries.ts'

const wish = { state: 'open', due: 'any', holder: null, now: MOMENT, after: null, limit: 50 } as const

export const samples = {
  findTask: [['sq', ID]],
  listTasksById: [['sq', [ID]]],
  listHeldTasks: [['sq', ID, 100]],
  listRoleTasks: [['en', [{ role: 'clerk', institutionId: ID }], 100]],
  listTasksOf: [['sq', `intake.case:${ID}`]],
  listBoard: [
    ['sq', { ...wish, institutions: null }],
    ['sq', { ...wish, institutions: [ID], due: 'overdue', holder: 'none' }],
    ['en', { ...wish, institutions: [ID, ID], due: 'today', holder: ID, after: { due: '2026-11-30', id: ID } }],
    ['en', { ...wish, institutions: [ID], due: 'week', state: 'done' }],
    ['en', { ...wish, institutions: [ID], due: 'undated' }],
  ],
  listBurdens: [
    [[ID], MOMENT],
    [null, MOMENT],
  ],
  findZone: [[ID]],
  countOverdue: [
    [null, MOMENT],
    [[ID], MOMENT],
  ],
  listTaskChanges: [[`tasks.task:${ID}`]],
} satisfies QuerySamples<typeof queries>
