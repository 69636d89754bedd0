import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = {
  hasTasks: [[ID]],
  findDemoAccount: [['drita.demo@bregas.example']],
  findDemoSubject: [[ID]],
} satisfies QuerySamples<typeof queries>
