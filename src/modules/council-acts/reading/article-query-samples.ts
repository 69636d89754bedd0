import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './article-queries.ts'

export const samples = {
  listArticleNodes: [[[ID], ID]],
  listNodesOfVersions: [[[ID]]],
  findOriginOfAct: [[ID]],
  listEffectsOnAct: [
    [`council.paper:${ID}`, null],
    [`council.paper:${ID}`, [ID]],
  ],
} satisfies QuerySamples<typeof queries>
