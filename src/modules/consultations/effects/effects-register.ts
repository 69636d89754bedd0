import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { EFFECT_COLUMNS, effectsRegisterWords } from './register-texts.ts'

/** Which places of which version of a text changed because of which comments. */
export const effectsRegister: Dataset = viewDataset({
  name: 'ndikimi-i-komenteve',
  ...effectsRegisterWords,
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: EFFECT_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution', 'consultation', 'change'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
  view: 'consultations.open_effects',
  day: 'published_at',
  feedTitle: 'answer',
  kinds: ['consultations.answer', 'consultations.consultation'],
})
