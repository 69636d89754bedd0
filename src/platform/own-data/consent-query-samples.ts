import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './consent-queries.ts'

export const samples = {
  insertConsent: [
    [{ contactId: ID, what: 'name-public', subject: `consultations.comment:${ID}`, wordsVersion: 1, givenAt: MOMENT }],
  ],
  listConsents: [[ID]],
  holdConsent: [[ID, ID]],
  markConsentWithdrawn: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
