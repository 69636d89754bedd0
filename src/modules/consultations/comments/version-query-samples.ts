import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './version-queries.ts'

export const samples = {
  showVersion: [[ID, 1]],
  hideVersion: [[ID, 1]],
  hideVersions: [[ID, 2, MOMENT]],
  showHiddenByLastHold: [[ID]],
  numberWording: [[ID]],
  renumberWordings: [[ID]],
} satisfies QuerySamples<typeof queries>
