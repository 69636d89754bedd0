import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import { contentOf, emptySections } from './content-rules.ts'
import type * as queries from './plan-queries.ts'
import { rowsOf } from './rows-rules.ts'

const wish = { institutions: null, words: '', state: null, before: null, limit: 51 } as const
const sections = emptySections('Plani i provës', 'regulation')
const part = { planId: ID, section: 1, content: sections[1], by: null, at: MOMENT } as const
const rows = {
  ...rowsOf(contentOf(sections)),
  audiences: [
    { name: 'Publiku', type: 2, categories: [], methods: [], channels: [], otherMethods: [], otherChannels: [] },
  ],
  activities: [{ audience: 1, kind: 'workshop', words: null, plannedCount: 2, held: null, fromDay: null, toDay: null }],
  measures: [{ about: 'on-time', words: 'Më herët' }],
} as const

export const samples = {
  listPlans: [
    ['sq', wish],
    ['en', { institutions: [ID], words: '%treg%', state: 'draft', before: { at: MOMENT, id: ID }, limit: 51 }],
  ],
  findPlan: [['sq', ID]],
  holdPlan: [[ID]],
  insertPlan: [[{ id: ID, institutionId: ID, title: 'Plani i provës', copiedFromId: null, by: null, at: MOMENT }]],
  listSections: [[ID]],
  insertSection: [[part]],
  updateSection: [[part]],
  touchPlan: [[ID, 'Titulli i planit', MOMENT]],
  insertVersion: [
    [
      {
        institutionId: ID,
        planId: ID,
        n: 1,
        title: 'Plani i provës',
        titleEn: null,
        actKind: 'regulation',
        content: contentOf(sections),
        at: MOMENT,
        by: null,
        reason: null,
      },
    ],
  ],
  replaceRows: [[ID, ID, rows]],
  listOwnWords: [[ID]],
  listConsultationsOf: [
    [ID, { public: true }],
    [ID, { public: false }],
  ],
  findPlanOf: [[ID]],
  listWithoutPlan: [[ID, 100]],
  holdConsultation: [[ID]],
  findConsultation: [[ID]],
  listPlanSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
