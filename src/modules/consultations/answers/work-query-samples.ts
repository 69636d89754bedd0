import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type { WorkFilter } from './work-queries.ts'
import type * as queries from './work-queries.ts'

const all: WorkFilter = {
  consultationId: ID,
  notBy: null,
  state: '',
  decision: '',
  article: '',
  channel: '',
  kind: '',
  group: '',
  mine: false,
}
const narrow: WorkFilter = {
  consultationId: ID,
  notBy: ID,
  state: 'changed',
  decision: 'rejected',
  article: ID,
  channel: 'web',
  kind: 'late',
  group: '7K3M-Q9TB',
  mine: true,
}
const key = { at: MOMENT, id: ID }

export const samples = {
  findMatterOfWork: [[ID]],
  listWork: [
    [all, { after: null, limit: 20 }],
    [narrow, { after: key, limit: 20 }],
    [
      { ...all, state: 'none', article: 'tere', kind: 'held' },
      { after: key, limit: 20 },
    ],
    [
      { ...all, state: 'draft' },
      { after: null, limit: 20 },
    ],
  ],
  countWork: [[all], [narrow]],
  listWorkIds: [
    [all, 20],
    [narrow, 20],
  ],
  countProgress: [[ID]],
  countWaiting: [[ID]],
  listToRead: [[ID, [ID], 20]],
  listOfAnswer: [[ID, { after: '', limit: 20 }]],
  findUnanswered: [
    [ID, { key: null, way: 'next' }],
    [ID, { key, way: 'next' }],
    [ID, { key, way: 'before' }],
  ],
} satisfies QuerySamples<typeof queries>
