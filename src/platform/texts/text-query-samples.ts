import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './text-queries.ts'

export const samples = {
  listNodes: [[ID]],
  findNode: [[ID, ID]],
  listDoubts: [[ID]],
  countOpenDoubts: [[ID]],
  listSource: [[ID]],
  findTextVersion: [[ID]],
  listTextVersions: [
    [ID, true],
    [ID, false],
  ],
  listNodeChanges: [[ID]],
} satisfies QuerySamples<typeof queries>
