import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './consultation-queries.ts'

const all = { words: '', institutionId: null, after: null, before: null, limit: 20 }

export const samples = {
  findPublished: [['sq', 'prova-2026-1']],
  listPublished: [
    ['sq', MOMENT, { ...all, phase: null }],
    ['sq', MOMENT, { ...all, phase: 'announced', words: '%treg%' }],
    ['sq', MOMENT, { ...all, phase: null, stage: 'preliminary' }],
    ['en', MOMENT, { ...all, phase: 'open', institutionId: ID }],
    ['en', MOMENT, { ...all, phase: null, topicId: ID, placeId: ID }],
    ['sq', MOMENT, { ...all, phase: 'closed', after: { publishedAt: MOMENT, id: ID } }],
    ['sq', MOMENT, { ...all, phase: 'cancelled', before: { publishedAt: MOMENT, id: ID } }],
  ],
  listConsultationEvents: [['sq', ID]],
  holdPublished: [['en', 'prova-2026-1']],
} satisfies QuerySamples<typeof queries>
