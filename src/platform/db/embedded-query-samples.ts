import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './embedded-queries.ts'

export const samples = {
  openTemplate: { untried: 'opens a connection and asks nothing' },
  hasRole: [[]],
  hasDatabase: [['kuvend']],
  createRole: { untried: 'needs the superuser; every start of an embedded database runs it' },
  createDatabase: [['kuvend_copy']],
} satisfies QuerySamples<typeof queries>
