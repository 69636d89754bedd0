import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './saved-view-queries.ts'

const view = {
  institutionId: ID,
  accountId: ID,
  name: 'Tarifat',
  query: 'q=tarif',
  shared: true,
  formId: ID,
  at: MOMENT,
}

export const samples = {
  listSavedViews: [
    [ID, null],
    [ID, [ID]],
  ],
  insertView: [[view]],
  findViewByForm: [[ID]],
  holdView: [[ID]],
  changeViewRow: [
    [ID, { name: 'Tarifat', shared: false, at: MOMENT }],
    [ID, { name: 'Tarifat', shared: true, at: MOMENT }],
  ],
  deleteViewRow: [[ID]],
  setDefaultView: [
    [ID, ID],
    [ID, null],
  ],
} satisfies QuerySamples<typeof queries>
