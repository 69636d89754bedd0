import { MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './sign-queries.ts'

export const samples = {
  writeSign: [[{ name: 'imap', at: MOMENT, details: { ok: true, letters: 3 } }]],
  findSign: [['imap']],
  listSigns: [[]],
} satisfies QuerySamples<typeof queries>
