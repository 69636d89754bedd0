import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type { DraftNode } from './draft-tree-rules.ts'
import type * as queries from './text-edit-queries.ts'

const row: DraftNode = {
  nodeId: ID,
  parentId: null,
  kind: 'article',
  label: '1',
  heading: null,
  body: '',
  printed: 'Neni 1',
}
const OTHER = '00000000-0000-4000-8000-0000000000aa'

export const samples = {
  listTextEdits: [[ID]],
  isSubmitted: [[ID, ID]],
  insertTextEdit: [
    [
      {
        institutionId: ID,
        versionId: ID,
        submission: ID,
        kind: 'corrected',
        about: 'Neni 1',
        by: ID,
        at: MOMENT,
        before: { after: null, rows: [row], count: 1, doubts: [] },
        afterDigest: '0'.repeat(64),
      },
    ],
  ],
  findLastEdit: [[ID]],
  setUndone: [[ID, ID, MOMENT]],
  listDoubtsOfNodes: [[ID, [ID]]],
  setDoubtsOfNodes: [[ID, [{ id: ID, nodeId: ID }]]],
  writeDraft: [
    [
      { institutionId: ID, versionId: ID },
      [
        { ...row, ordinal: 1 },
        { ...row, nodeId: OTHER, ordinal: 2 },
      ],
      [
        { ...row, label: '2' },
        { ...row, nodeId: '00000000-0000-4000-8000-0000000000ab' },
      ],
    ],
  ],
} satisfies QuerySamples<typeof queries>
