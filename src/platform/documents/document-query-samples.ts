import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './document-queries.ts'

const SUBJECT = `consultations.consultation:${ID}`

export const samples = {
  listDocuments: [[[SUBJECT]]],
  findDocument: [[ID]],
  listTakenDown: [[[SUBJECT]]],
  listDocumentFiles: [[ID]],
  findDocumentFile: [[ID]],
  findDocumentHead: [[ID]],
  listDocumentWords: [[ID]],
  listWordsIn: [['en', [SUBJECT]]],
} satisfies QuerySamples<typeof queries>
