import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { MONITORING_KIND } from './monitoring-rules.ts'
import { MONITORING_COLUMNS, monitoringRegisterWords } from './register-texts.ts'

/** Planned and achieved values of consultations as open data, an indicator a row. */
export const monitoringRegister: Dataset = viewDataset({
  name: 'monitorimi',
  ...monitoringRegisterWords,
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: MONITORING_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution', 'indicator', 'stage'],
  frequency: 'IRREG',
  countries: ['AL', 'XK'],
  view: 'consultations.open_monitoring',
  day: 'published_at',
  keyShape: /^[0-9a-f-]{36}-[a-z]{5,12}$/,
  feedTitle: 'title',
  kinds: [MONITORING_KIND],
})
