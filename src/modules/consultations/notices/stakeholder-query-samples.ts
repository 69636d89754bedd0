import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './stakeholder-queries.ts'

const fields = {
  name: 'Shoqata Shembull',
  kind: 'civil-society',
  email: 'shoqata@shembull.example',
  lang: 'sq',
  source: 'Faqja e saj',
  ground: 'public-role',
  consentOn: null,
  keepUntil: '2027-11-22',
} as const
const all = { institutions: null, words: '', kind: null, topicId: null, after: null, limit: 10 }
const given = { ...fields, institutionId: ID, leaveToken: 'a', importId: null, at: MOMENT, by: null }

export const samples = {
  findStakeholder: [[ID]],
  holdStakeholder: [[ID]],
  listStakeholders: [
    [all],
    [
      {
        ...all,
        institutions: [ID],
        words: 'shoqata',
        kind: 'business',
        topicId: ID,
        after: { name: 'a', id: ID },
      },
    ],
  ],
  insertStakeholder: [[given]],
  updateStakeholder: [[ID, fields, MOMENT]],
  setStakeholderTopics: [[ID, [ID]]],
  eraseStakeholderRow: [[ID]],
  removeImported: [[ID]],
  countImported: [[ID]],
  countStakeholdersDue: [[MOMENT]],
  eraseStakeholdersDue: [[MOMENT]],
  findByLeaveToken: [['sq', 'a']],
  markLeft: [['a', MOMENT]],
  listStakeholderSubjects: [[[ID]]],
} satisfies QuerySamples<typeof queries>
