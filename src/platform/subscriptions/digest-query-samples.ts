import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './digest-queries.ts'

const order = { paces: ['daily', 'at-once'], upTo: 1 } as const

export const samples = {
  roomInMinute: [[MOMENT, 600]],
  spendInMinute: [[10]],
  takeDueFollowers: [[{ ...order, loud: false, limit: 1000 }], [{ ...order, loud: true, limit: 1000 }]],
  listDueHappenings: [[[ID], order]],
  markWritten: [[[ID], order]],
  isRunEnded: [['daily', MOMENT]],
  endRun: [['weekly', MOMENT, MOMENT]],
  findZone: [[]],
} satisfies QuerySamples<typeof queries>
