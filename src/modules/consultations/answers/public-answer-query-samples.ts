import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './public-answer-queries.ts'

export const samples = {
  listAnswersTo: [[[ID]]],
  findPublicAnswer: [[ID, '7K3M-Q9TB']],
  listAnswerVersions: [[ID]],
  listAnsweredComments: [[ID, { after: '', limit: 20 }]],
} satisfies QuerySamples<typeof queries>
