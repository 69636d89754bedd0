import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './relation-queries.ts'

const DAY = '2026-11-20'
const FIELDS = {
  kind: 'amends',
  byArticles: '1',
  ofArticles: null,
  otherId: ID,
  otherWords: null,
  effectiveOn: DAY,
} as const

export const samples = {
  listRelatedIds: [[ID]],
  lockActs: [[[ID]]],
  findRelation: [[ID]],
  listOwnRelations: [[ID]],
  listFoundWords: [[ID]],
  insertRelation: [
    [
      {
        ...FIELDS,
        institutionId: ID,
        actId: ID,
        passive: false,
        state: 'standing',
        origin: 'typed',
        foundIn: null,
        formId: ID,
        by: null,
        at: MOMENT,
      },
    ],
  ],
  relationWasSent: [[ID]],
  sameStands: [[{ actId: ID, kind: 'amends', otherId: ID, id: ID }]],
  settleRelation: [[{ ...FIELDS, id: ID, state: 'standing', by: null, at: MOMENT }]],
  moveEffects: [[{ actId: ID, from: null, to: DAY }], [{ actId: ID, from: DAY, to: DAY }]],
  wasTold: [[{ actId: ID, kind: 'changed', byActId: ID }]],
  listDueEffects: [[MOMENT, 500]],
  listRelationLines: [[ID]],
  listActChoices: [
    [{ institutionId: ID, notId: ID, words: 'tregu', number: null, year: null }, 10],
    [{ institutionId: ID, notId: ID, words: '', number: 12, year: 2026 }, 10],
  ],
  listCited: [[{ institutionId: ID, notId: ID, serial: 12, numberWords: '12', adoptedOn: null, year: 2026 }]],
  countDoubts: [[null], [[ID]]],
  listDoubts: [
    [null, null, 51],
    [[ID], ID, 51],
  ],
} satisfies QuerySamples<typeof queries>
