import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './board-queries.ts'

const all = [{ institutions: null, slots: ['task'] }]
const own = [{ institutions: [ID], slots: ['task', 'answer'] }]
const several = [...own, { institutions: [ID, ID], slots: ['comments'] }]
const wish = { when: 'any', state: 'open', bodyId: null, ruleId: null, whose: { kind: 'all' }, now: MOMENT } as const
const mine = { kind: 'mine', accountId: ID, roles: [{ role: 'clerk', institutionId: ID }] } as const
const page = { after: null, limit: 50 }

export const samples = {
  findBoardRow: [['sq', ID]],
  listBoard: [
    ['sq', { ...wish, ...page, reach: all }],
    ['en', { ...wish, ...page, reach: own, when: 'late', bodyId: ID }],
    ['sq', { ...wish, ...page, reach: several, when: 'today', whose: mine }],
    ['sq', { ...wish, reach: own, when: 'week', state: 'running', limit: 50, after: { day: '2026-11-22', id: ID } }],
    ['sq', { ...wish, ...page, reach: own, when: 'later', whose: { kind: 'units', bodies: [ID] } }],
    ['sq', { ...wish, ...page, reach: [], state: 'paused' }],
  ],
  countBoard: [
    [{ ...wish, reach: all }],
    [{ ...wish, reach: several, whose: mine }],
    [{ ...wish, reach: own, state: 'paused', bodyId: ID, ruleId: 'AL-FOI-ANSWER' }],
  ],
  listBoardUnits: [
    ['sq', all],
    ['en', several],
  ],
} satisfies QuerySamples<typeof queries>
