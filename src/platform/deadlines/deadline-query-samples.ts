import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './deadline-queries.ts'
import type { Deadline } from './deadline-rules.ts'

const subject = `consultations.consultation:${ID}`

export const SAMPLE_DEADLINE: Deadline = {
  id: ID,
  institutionId: ID,
  subject,
  slot: 'comments',
  basis: 'rule',
  ruleId: 'AL-CONS-NOTICE',
  ruleVersion: 1,
  termId: null,
  n: 20,
  unit: 'wd',
  jurisdiction: 'AL',
  startedOn: '2026-11-23',
  startedAt: MOMENT,
  chosenOn: null,
  pauses: [],
  pausedOn: null,
  opensOn: null,
  workBy: '2026-12-23',
  dueOn: '2026-12-23',
  dueAt: MOMENT,
  estimated: false,
  state: 'running',
  endedAt: null,
  holderId: null,
  role: null,
  bodyId: null,
  public: true,
  version: 1,
}

export const samples = {
  deadlineColumns: { untried: 'a part of the others, not a query' },
  findDeadline: [[subject, 'comments']],
  findDeadlines: [[[subject]]],
  findDeadlineById: [[ID]],
  lockDeadline: [[subject, 'comments']],
  insertDeadline: [[SAMPLE_DEADLINE, MOMENT]],
  updateDeadline: [[SAMPLE_DEADLINE, MOMENT]],
  updateHolder: [
    [subject, 'comments', { holderId: ID, role: null }],
    [subject, 'comments', { holderId: null, role: 'clerk', bodyId: ID }],
  ],
  insertDeadlineEvent: [[{ id: ID, institutionId: ID }, { kind: 'started', toDue: '2026-12-23' }, MOMENT]],
  eventsOf: [[ID]],
  extensionsOf: [[ID]],
  findHouse: [[ID]],
  holdHouse: [[ID]],
} satisfies QuerySamples<typeof queries>
