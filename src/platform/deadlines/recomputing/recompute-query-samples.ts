import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './recompute-queries.ts'

const row = {
  id: ID,
  version: 1,
  n: 20,
  unit: 'wd' as const,
  ruleVersion: 1,
  termId: null,
  opensOn: null,
  workBy: '2026-12-22',
  dueOn: '2026-12-23',
  dueAt: MOMENT,
  estimated: false,
}
const event = { institutionId: ID, deadlineId: ID, ground: '{}', fromDue: '2026-12-22', toDue: '2026-12-23' }

export const samples = {
  listToRecompute: [
    [{ jurisdiction: 'AL' }, null, 10],
    [{ institutionId: ID }, ID, 10],
  ],
  lockToRecompute: [[[ID]]],
  updateMoved: [[[row], MOMENT]],
  insertMovedEvents: [[[event], { run: 'run', at: MOMENT }]],
  waitForWriters: [['AL']],
  countMoved: [['run']],
  listMovedReaders: [['run', ID, MOMENT]],
  insertMoveLetter: [[{ run: 'run', institutionId: ID, accountId: ID }, MOMENT]],
  deleteMoveLettersBefore: [[MOMENT]],
  noteLawVersion: [['AL', 'digest', MOMENT]],
  hasOpenDeadline: [['AL']],
} satisfies QuerySamples<typeof queries>
