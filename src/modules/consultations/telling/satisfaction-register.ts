import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { SATISFACTION_COLUMNS, satisfactionWords } from './satisfaction-register-texts.ts'

/** Satisfaction as open data: sums alone. */
export const satisfactionRegister: Dataset = viewDataset({
  name: 'kenaqesia',
  ...satisfactionWords,
  themes: ['GOVE', 'SOCI'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: SATISFACTION_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
  view: 'consultations.open_satisfaction',
  day: 'day',
  keyShape: /^[a-z0-9-]{3,80}$/,
  feedTitle: 'id',
  kinds: ['consultations.answer'],
})
