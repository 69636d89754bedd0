import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './demonstrate-queries.ts'

export const samples = {
  findUnansweredDemo: [['bregas', 'Titulli']],
  listDemoComments: [[ID]],
  findDemoAccount: [[ID, 'head']],
  listChangedInArticle: [[ID, '3']],
} satisfies QuerySamples<typeof queries>
