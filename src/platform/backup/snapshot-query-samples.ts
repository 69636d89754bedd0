import type { QuerySamples } from '#test/query-samples.ts'
import type * as queries from './snapshot-queries.ts'

export const samples = {
  readSnapshot: { untried: 'opens a transaction and asks nothing itself' },
  fixFormats: [[]],
  listTables: [[]],
  copyOut: { untried: 'COPY is no query that can be described; every table goes through it in the round trip' },
  findFacts: [[]],
  findJobLibrary: [[]],
  findNewestCheckpoint: [[]],
  listMigrations: [[]],
  listFiles: [[]],
} satisfies QuerySamples<typeof queries>
