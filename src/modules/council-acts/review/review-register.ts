import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { ACT_RECORD, TRANSMITTAL_RECORD, VERDICT_RECORD } from '../act-rules.ts'
import { REVIEW_COLUMNS, reviewRegisterTexts } from './review-column-texts.ts'

/** The review of legality as open data: each act of each letter, and what was answered. */
export const reviewRegisters: readonly Dataset[] = [
  viewDataset({
    ...reviewRegisterTexts,
    name: 'ligjshmeria-e-akteve',
    themes: ['GOVE', 'JUST'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: REVIEW_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'year', 'state', 'answer', 'legality'],
    frequency: 'CONT',
    countries: ['AL', 'XK'],
    view: 'council_acts.open_legality_reviews',
    day: 'sent_on',
    kinds: [ACT_RECORD, TRANSMITTAL_RECORD, VERDICT_RECORD],
  }),
]
