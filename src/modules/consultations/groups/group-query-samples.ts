import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './group-queries.ts'

export const samples = {
  listOfficeGroups: [
    [{ consultationId: ID, state: null, after: null, limit: 10 }],
    [{ consultationId: ID, state: 'proposed', after: { size: 3, id: ID }, limit: 10 }],
  ],
  findOfficeGroup: [[ID]],
  findStandingGroup: [[ID]],
  listVariants: [
    [ID, null, 10],
    [ID, { count: 2, id: ID }, 10],
  ],
  expandVariants: [[ID, [ID]]],
  findDeedToUndo: [[ID]],
  findGroupedConsultation: [[ID]],
  listGroupSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
