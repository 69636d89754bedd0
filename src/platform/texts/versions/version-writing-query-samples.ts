import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './version-writing-queries.ts'

const OTHER = '00000000-0000-4000-8000-000000000001'

export const samples = {
  copyVersion: [[ID, OTHER]],
  deleteChanges: [[ID]],
  insertChanges: [
    [
      { institutionId: ID, earlierVersionId: ID, versionId: OTHER },
      [
        {
          kind: 'reworded',
          earlierNodeId: ID,
          nodeId: ID,
          alsoMoved: false,
          likeness: 0.5,
          proposedBy: 'program',
          certain: false,
          confirmedBy: null,
          confirmedAt: MOMENT,
        },
      ],
    ],
  ],
  renameNode: [[ID, ID, OTHER]],
  nodeIsThere: [[ID, ID]],
  hasArticles: [[ID]],
  setVersionPublished: [[ID, { summary: 'U ndryshua neni i parë.', summaryEn: null, at: MOMENT }]],
  deleteVersion: [[ID]],
  rememberKept: [[ID, [{ ordinal: 1, settledBy: ID }], MOMENT]],
  markRemembered: [[ID]],
  listWaitingTexts: [[null], [[ID]]],
  findChange: [[ID, ID]],
} satisfies QuerySamples<typeof queries>
