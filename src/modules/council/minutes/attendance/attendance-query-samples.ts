import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './attendance-queries.ts'

export const samples = {
  listAttendanceOf: [['prova-1']],
  listAttendanceCells: [
    [{ institutionId: null, bodyId: null, from: '2026-01-01', to: '2026-12-31' }],
    [{ institutionId: ID, bodyId: ID, from: '2026-11-01', to: '2026-11-30' }],
  ],
  listMeetingBodies: [
    ['sq', null],
    ['en', [ID]],
  ],
} satisfies QuerySamples<typeof queries>
