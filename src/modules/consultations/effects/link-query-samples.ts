import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './link-queries.ts'

const version = { id: ID, n: 2, basedOn: ID, published: false }

export const samples = {
  holdConsultation: [[ID]],
  findVersionOf: [[ID, ID]],
  holdLinkable: [[ID, [ID]]],
  listChangedAmong: [[ID, [ID]]],
  insertLinks: [
    [{ institutionId: ID, version }, [{ answerId: ID, nodeId: ID, gone: false }], { at: MOMENT, by: ID, form: ID }],
  ],
  findLink: [[ID, ID]],
  deleteLink: [[ID]],
  listLinkedAnswers: [[ID]],
  holdLinkedAnswers: [[ID]],
  dropStaleLinks: [[ID]],
} satisfies QuerySamples<typeof queries>
