import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './follow-queries.ts'

const selection = {
  address: 'q=uji',
  words: 'uji',
  matter: null,
  kind: null,
  institutionId: null,
  year: null,
  topicId: null,
  placeId: null,
  state: null,
  wordsQuery: "'uj'",
  stemVersion: 1,
  at: MOMENT,
}

export const samples = {
  keepSelection: [[selection]],
  contactFor: [['ana@example.org', 'sq', MOMENT]],
  findFollower: [[ID]],
  findFollowerByEmail: [['ana@example.org']],
  holdFollower: [[ID]],
  insertFollower: { untried: 'asks for a contact; following.test.ts runs it' },
  findFollow: [[ID]],
  listFollowsOf: [[ID]],
  countDigestsTo: [['ana@example.org', MOMENT]],
  insertFollow: { untried: 'asks for a follower; following.test.ts runs it' },
  askAgain: [[ID, 'daily', MOMENT]],
  setConfirmed: [[ID, MOMENT, 1]],
  confirmAddress: [[ID, MOMENT]],
  endFollows: [[ID, [ID], MOMENT]],
  endFollowsOf: [
    [ID, null, MOMENT],
    [ID, 'weekly', MOMENT],
  ],
  setPace: [[ID, ID, 'weekly']],
  setPause: [
    [ID, { at: MOMENT, because: 'asked' }],
    [ID, null],
  ],
  skipTo: [[ID, 1]],
  setFollowerLang: [[ID, 'en']],
  setAskedAt: [[ID, MOMENT]],
  raiseLinkEpoch: [[ID]],
  findBouncedContact: [[ID]],
  deleteFollowsOf: [[ID]],
  countFollowersOf: [[`consultations.consultation:${ID}`]],
} satisfies QuerySamples<typeof queries>
