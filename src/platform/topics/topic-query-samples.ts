import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './topic-queries.ts'

const facts = { parentId: null, nameSq: 'Ujësjellësi', nameEn: null }

export const samples = {
  listTopics: [
    ['sq', [ID]],
    ['en', null],
  ],
  findTopic: [['en', ID]],
  holdTopic: [[ID]],
  listSubjectTopics: [['sq', [`consultations.consultation:${ID}`]]],
  isTopicNameTaken: [[ID, 'Ujësjellësi', ID]],
  insertTopic: [[ID, ID, facts, MOMENT]],
  updateTopic: [[ID, facts]],
  setTopicRetired: [[ID, new Date('2026-01-01T00:00:00Z')]],
  deleteSubjectTopics: [[`consultations.consultation:${ID}`]],
  insertSubjectTopics: [[`consultations.consultation:${ID}`, ID, [ID]]],
  ofTopic: { untried: 'a fragment: tried in the queries that use it' },
} satisfies QuerySamples<typeof queries>
