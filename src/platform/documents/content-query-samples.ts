import { DIGEST, ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './content-queries.ts'

const HEX = DIGEST.toString('hex')

export const samples = {
  shareContent: [[]],
  holdContentAlone: [[]],
  whileContentStays: { untried: 'opens a transaction around work of others' },
  mayRemoveContent: [[]],
  listUnnamedFiles: [[MOMENT]],
  deleteUnnamedFiles: [[[HEX]]],
  digestsWithoutFile: [[[HEX]]],
  findSpace: [[ID]],
  findQuota: [[ID]],
  setQuota: [
    [{ institutionId: ID, bytes: 1000, at: MOMENT, by: ID }],
    [{ institutionId: ID, bytes: null, at: MOMENT, by: ID }],
  ],
} satisfies QuerySamples<typeof queries>
