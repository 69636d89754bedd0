import { viewDataset } from '#platform/export/view-dataset.ts'
import type { Dataset } from '#platform/export/dataset.ts'
import { PLAN_COLUMNS, planRegisterWords } from './register-texts.ts'

/** Plans of consultations as open data. */
export const planRegister: Dataset = viewDataset({
  name: 'planet-e-konsultimit',
  ...planRegisterWords,
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: PLAN_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution', 'act_kind'],
  frequency: 'IRREG',
  countries: ['AL', 'XK'],
  view: 'consultations.open_plans',
  day: 'published_at',
  feedTitle: 'title',
  kinds: ['consultations.plan'],
})
