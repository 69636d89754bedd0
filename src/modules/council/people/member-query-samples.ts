import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './member-queries.ts'

const DAY = '2026-11-22'

export const samples = {
  listMembersOn: [[ID, DAY]],
  seatsOn: [[ID, DAY]],
  findTermOn: [[ID, DAY]],
  findCouncillorBySlug: [['emri-mbiemri']],
  listCouncilBodies: [[ID]],
  listMemberAddresses: [[[ID]]],
} satisfies QuerySamples<typeof queries>
