import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { REPORT_COLUMNS, reportRegisterWords } from './report-register-texts.ts'

/** Reports of consultations as open data: their figures, a column each. */
export const reportRegister: Dataset = viewDataset({
  name: 'raportet-e-konsultimeve',
  ...reportRegisterWords,
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: REPORT_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution', 'consultation', 'outcome'],
  frequency: 'IRREG',
  countries: ['AL', 'XK'],
  view: 'consultations.open_reports',
  day: 'published_at',
  feedTitle: 'title',
  kinds: ['consultations.report', 'consultations.consultation'],
})
