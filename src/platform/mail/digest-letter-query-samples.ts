import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './digest-letter-queries.ts'

const letter = {
  id: ID,
  messageId: `<${ID}@kuvend.test>`,
  recipient: 'ana@example.org',
  lang: 'sq',
  subject: 'Një ndryshim',
  body: 'Përshëndetje',
  leaveUrl: 'https://kuvend.test/ndiq/largohu/x',
} as const

export const samples = {
  insertDigestsAndJobs: [
    [[letter], MOMENT],
    [[], MOMENT],
  ],
} satisfies QuerySamples<typeof queries>
