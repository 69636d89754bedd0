import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './run-queries.ts'

const MADE = { at: MOMENT, path: '/a', bytes: 1, digest: '0'.repeat(64), rows: 1, files: 1, missing: 0, treeSize: 0 }
const SETTINGS = {
  enabled: true,
  folder: null,
  hour: 3,
  keepDaily: 7,
  keepWeekly: 4,
  keepMonthly: 6,
  offsiteSealed: null,
  offsiteShown: null,
  passphraseFile: null,
}

export const samples = {
  aloneMaking: { untried: 'opens a transaction around work of others' },
  failRunsCutShort: [[MOMENT, 'cut short']],
  insertRun: [[{ at: MOMENT, askedBy: null, path: '/a' }]],
  setRunVerified: [[ID, MADE]],
  setRunFailed: [[ID, MOMENT, 'no room']],
  setRunKeys: [[ID, { path: '/a', failure: null }]],
  setRunOffsite: [[ID, { at: MOMENT, failure: null }]],
  setRunRemoved: [[ID, MOMENT]],
  setRunOffsiteRemoved: [[ID, MOMENT]],
  listStandingRuns: [[]],
  listOffsiteRuns: [[]],
  listStatesSince: [[MOMENT]],
  listRuns: [
    [{ state: null, after: null, limit: 10 }],
    [{ state: 'failed', after: { at: MOMENT, id: ID }, limit: 10 }],
  ],
  findSettings: [[]],
  holdSettings: { untried: 'a lock is no query that can be described' },
  saveSettings: [[{ ...SETTINGS, at: MOMENT, by: null }]],
} satisfies QuerySamples<typeof queries>
