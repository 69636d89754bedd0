import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './document-queries.ts'

const ROW = {
  subject: `consultations.consultation:${ID}`,
  part: '',
  matter: `consultations.consultation:${ID}`,
  kind: 'consultation',
  institution_id: ID,
  lang: 'sq',
  title: 'Rregullore',
  heading: null,
  body: 'Fjalë',
  href: '/konsultime/prova',
  published_at: MOMENT.toISOString(),
  changed_at: MOMENT.toISOString(),
  day: '2026-11-22',
  state: 'open',
  topics: [],
  places: [ID],
  due_on: null,
  words: "'rregullor':1A",
  title_words: "'rregullor':1A",
  stem_version: 1,
  stamp: 'd41d8cd98f00b204e9800998ecf8427e',
}

const PAPERS = [{ of: ROW.subject, documentId: ID }]

export const samples = {
  writeDocuments: [
    ['search_documents', [ROW.subject], [ROW]],
    ['search_documents_next', [ROW.subject], []],
  ],
  listIndexedWords: [[[ROW.subject]]],
  listIndexedMatters: [[[ROW.subject], PAPERS]],
  deleteMatters: [[[ROW.subject], PAPERS]],
  listIndexedSubjects: [['0', 10]],
} satisfies QuerySamples<typeof queries>
