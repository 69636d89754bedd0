import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import { EVERYTHING } from '../search/selection-rules.ts'
import type * as queries from './shown-queries.ts'

const everything = {
  selection: EVERYTHING,
  tsquery: null,
  matter: null,
  kind: null,
  institutionId: null,
  year: null,
  state: null,
  topics: null,
  places: null,
}
const narrow = {
  selection: EVERYTHING,
  tsquery: "'uj'",
  matter: `consultations.consultation:${ID}`,
  kind: 'consultation',
  institutionId: ID,
  year: 2026,
  state: 'open',
  topics: [ID],
  places: [ID],
}
const key = { at: MOMENT, id: ID }
const page = { before: null, after: null, quiet: ['consultations.comment'], limit: 51 }

export const samples = {
  listShownAmong: [['sq', [ID]]],
  listShownHappenings: [
    ['sq', everything, page],
    ['en', narrow, { ...page, before: key }],
    ['sq', everything, { ...page, after: key }],
  ],
  listSelectedMatters: [
    [everything, 100],
    [narrow, 100],
  ],
  isPublicMatter: [[`consultations.consultation:${ID}`]],
} satisfies QuerySamples<typeof queries>
