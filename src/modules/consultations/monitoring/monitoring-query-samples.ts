import { MOMENT, ID, type QuerySamples } from '#test/query-samples.ts'
import { emptySections } from '../plan/content-rules.ts'
import type * as queries from './monitoring-queries.ts'
import { contentOf, startWritten } from './monitoring-rules.ts'

const planned = emptySections('Plani i ujit', 'plan')[5]
const written = startWritten(planned, [])
const plan = { version: 1, publishedOn: '2026-11-22', afterOpening: false }
const content = contentOf({ plan, planned, counts: null, proposal: null, adopted: [] }, written)

export const samples = {
  findMonitoring: [[ID]],
  holdMonitoring: [[ID]],
  insertMonitoring: [[{ planId: ID, institutionId: ID, consultationId: ID, written, at: MOMENT, by: null }]],
  updateWritten: [[{ planId: ID, written, at: MOMENT, by: ID }]],
  insertMonitoringVersion: [
    [
      {
        institutionId: ID,
        planId: ID,
        consultationId: ID,
        n: 1,
        stage: 'interim',
        title: 'Plani i ujit',
        content,
        at: MOMENT,
        by: ID,
        reason: null,
      },
    ],
  ],
  setAchieved: [[ID, [{ key: 'methods', achieved: 2, reason: null, adequate: true, improvement: null }]]],
  clearAchieved: [[ID]],
  setMonitoringState: [[ID, 'taken-down', MOMENT]],
  findPublishedMonitoring: [
    [ID, null],
    [ID, 2],
  ],
  listMonitoringVersions: [[ID]],
  findMonitoringOf: [[ID]],
  findMonitoringOfPlan: [[ID]],
  listMonitored: [
    ['sq', { institutions: null, year: null, limit: 10 }],
    ['en', { institutions: [ID], year: 2026, limit: 10 }],
  ],
  listMonitoredYears: [[null], [[ID]]],
  findMonitoringRecords: [[[ID]]],
  listMonitoringRecords: [
    [null, 10],
    [ID, 10],
  ],
  listMonitoringSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
