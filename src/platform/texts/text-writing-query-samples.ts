import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type { ReadText } from './text-rules.ts'
import type * as queries from './text-writing-queries.ts'

const read: ReadText = {
  nodes: [{ kind: 'article', parent: null, label: '1', heading: 'Qëllimi', body: 'Fjalë.', printed: 'Neni 1' }],
  doubts: [{ node: 0, reason: 'numbering-jumps', source: 'Neni 1' }],
  source: ['Neni 1'],
}

export const samples = {
  holdTextVersion: [[ID]],
  insertText: [[ID, MOMENT]],
  insertTextVersion: [
    [{ textId: ID, institutionId: ID, lang: 'sq', sourceKind: 'pasted', sourceDocument: null, readAt: MOMENT }],
    [
      {
        textId: ID,
        institutionId: ID,
        lang: 'sq',
        sourceKind: 'written',
        sourceDocument: null,
        readAt: MOMENT,
        basedOn: ID,
      },
    ],
  ],
  setVersionSource: [[ID, { kind: 'docx', document: ID, readAt: MOMENT }]],
  insertReading: [[{ institutionId: ID, versionId: ID }, read]],
  deleteReading: [[ID]],
  holdDoubt: [[ID]],
  setSettlement: [[ID, { settlement: 'kept', by: ID, at: MOMENT }]],
  hasChildren: [[ID, ID]],
  deleteNode: [[ID, ID]],
  setPublished: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
