import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './institution-settings-queries.ts'

export const samples = {
  readSetting: [[ID, 'two-person-rule']],
  readSettings: [[ID]],
  writeSetting: [[ID, 'duty-digest-hour', 8, MOMENT]],
} satisfies QuerySamples<typeof queries>
