import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { FEEDBACK_COLUMNS, feedbackRegisterWords } from './register-texts.ts'

/** The feedback, answer by answer. Of what people answered to questions see the register `pergjigjet`. */
export const feedbackRegister: Dataset = viewDataset({
  name: 'pergjigjet-ndaj-komenteve',
  ...feedbackRegisterWords,
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: FEEDBACK_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution', 'consultation', 'decision'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
  view: 'consultations.open_feedback',
  day: 'published_at',
  feedTitle: 'code',
  kinds: ['consultations.answer', 'consultations.consultation'],
})
