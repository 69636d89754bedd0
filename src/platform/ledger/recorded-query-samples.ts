import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './recorded-queries.ts'

export const samples: QuerySamples<typeof queries> = {
  findRecorded: [
    ['platform.recorded_deadlines', [ID]],
    ['platform.recorded_institutions', [ID]],
    ['platform.recorded_bodies', [ID]],
    ['platform.recorded_closures', [ID]],
    ['platform.recorded_terms', [ID]],
    ['platform.recorded_calendar_changes', [ID]],
    ['platform.recorded_documents', [ID]],
    ['platform.recorded_takedowns', [ID]],
    ['platform.recorded_letters', [ID]],
  ],
  eachRecorded: [
    ['platform.recorded_deadlines', null, 100],
    ['platform.recorded_letters', ID, 100],
  ],
}
