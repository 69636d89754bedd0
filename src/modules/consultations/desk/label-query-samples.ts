import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './label-queries.ts'

export const samples = {
  listLabels: [[ID]],
  listLabelChoices: [[{ institutions: null, consultationId: null }], [{ institutions: [ID], consultationId: ID }]],
  ensureLabel: [[{ institutionId: ID, consultationId: ID, name: 'Tarifat', by: ID, at: MOMENT }]],
  findLabelNamed: [[ID, 'Tarifat']],
  putLabel: [[{ institutionId: ID, commentId: ID, labelId: ID, by: ID, at: MOMENT }]],
  takeLabel: [[ID, ID]],
  holdLabel: [[ID]],
  renameLabelRow: [[ID, 'Tarifat']],
  mergeLabelRows: [[ID, ID]],
  deleteLabelRow: [[ID]],
  listLabelsOf: [[ID]],
  findLabelledConsultation: [[ID]],
} satisfies QuerySamples<typeof queries>
