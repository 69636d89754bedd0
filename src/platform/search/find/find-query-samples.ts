import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './find-queries.ts'

export const samples = {
  narrowing: { untried: 'a fragment: tried in the queries that use it' },
  selectionFilter: { untried: 'a fragment: tried in the queries that use it' },
  findSelected: [[{ institution: 'bregas', topic: ID, place: ID }], [{ institution: null, topic: null, place: null }]],
  listNames: [['en', { slugs: ['bregas'], institutions: [ID], topics: [ID], places: [ID], matters: [`a.b:${ID}`] }]],
  listFound: [[['1'], [`consultations.consultation:${ID}`]]],
} satisfies QuerySamples<typeof queries>
