import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './draft-queries.ts'

const fields = {
  title: 'Rregullorja e tregjeve',
  summary: 'Përmbledhja',
  actKind: 'regulation',
  legalBasis: 'ligji',
  basisRule: 'AL-CONS-NOTICE',
  opensOn: '2026-11-22',
  contactEmail: 'konsultime@prova.example',
  officialPostingUrl: null,
  officialPostedOn: '2026-11-22',
} as const

const translation = {
  institutionId: ID,
  subject: `consultations.consultation:${ID}`,
  field: 'title',
  lang: 'en',
  sourceVersion: 1,
  by: ID,
  at: MOMENT,
} as const

export const samples = {
  findForOffice: [['sq', ID]],
  holdForOffice: [[ID]],
  listForOffice: [
    ['sq', { institutions: null, words: '', state: null, before: null, limit: 20 }],
    ['en', { institutions: [ID], words: '%treg%', state: 'draft', before: { changedAt: MOMENT, id: ID }, limit: 20 }],
  ],
  countByState: [
    [null, MOMENT],
    [[ID], MOMENT],
  ],
  insertConsultation: [
    [ID, { ...fields, history: false }, ID, MOMENT],
    [ID, { ...fields, history: false, repeatsId: ID }, ID, MOMENT],
  ],
  raiseVersion: [[ID, MOMENT]],
  updateConsultation: [[ID, fields, MOMENT]],
  setTranslation: [[{ ...translation, words: '' }], [{ ...translation, words: 'Market rules' }]],
  setText: [[ID, ID, MOMENT]],
  nextNumber: [[ID, 2026]],
  markPublished: [[ID, { slug: 'prova-2026-1', year: 2026, number: 1, at: MOMENT }]],
  markCancelled: [[ID, 'arsyeja', MOMENT]],
  insertConsultationEvent: [
    [{ institutionId: ID, consultationId: ID, kind: 'published', version: 1, at: MOMENT, by: ID, reason: null }],
  ],
} satisfies QuerySamples<typeof queries>
