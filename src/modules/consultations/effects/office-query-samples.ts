import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './office-queries.ts'

export const samples = {
  listCandidates: [[ID]],
  listLinks: [[ID]],
  listAcceptedWithoutEffect: [[ID, 50]],
  countAcceptedWithoutEffect: [[ID]],
  findAnswerByCode: [[ID, 'ABCD-2345']],
  findLinkFacts: [[ID, ID]],
  listPublicWithoutEffect: [[ID, 50]],
} satisfies QuerySamples<typeof queries>
