import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './own-access-queries.ts'

export const samples = {
  listOwnAccesses: [
    ['sq', ID, { before: null, limit: 51 }],
    ['en', ID, { before: '7', limit: 51 }],
  ],
  wantsAccessLetters: [[ID]],
  insertAccessLetters: [[ID, MOMENT]],
  deleteAccessLetters: [[ID]],
  listAccessNews: [[100]],
  setToldTo: [[ID, '7']],
  forgetContactOfAccesses: [[ID]],
} satisfies QuerySamples<typeof queries>
