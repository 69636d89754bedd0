import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { DatasetWords } from './dataset-queries.ts'
import { COLUMN_TYPES, LICENCES, LIMITS, THEMES, type DatasetColumn } from './dataset-rules.ts'
import { columnField } from './field-name-rules.ts'
import type { OpenDataTexts } from './texts.sq.ts'

export const DATASET_FIELDS = [
  'dergesa',
  'institucioni',
  'titulli',
  'titulli-en',
  'pershkrimi',
  'pershkrimi-en',
  'licenca',
  'burimi',
  'burimi-en',
  'tema',
  'pare',
]

type Words = Omit<DatasetWords, 'columns'>

export function readDatasetWords(form: FormData, texts: OpenDataTexts): Parsed<Words> {
  const typed = typedOf(form, DATASET_FIELDS)
  const errors: FieldErrors = {}
  const e = texts.form.errors
  const between = (name: string, least: number, most: number, why: string): string => {
    const words = typed[name] ?? ''
    if (lengthOf(words) < least || lengthOf(words) > most) errors[name] = why
    return words
  }
  const titleSq = between('titulli', 5, LIMITS.title, e.title)
  const titleEn = between('titulli-en', 5, LIMITS.title, e.title)
  const descriptionSq = between('pershkrimi', 20, LIMITS.description, e.description)
  const descriptionEn = between('pershkrimi-en', 20, LIMITS.description, e.description)
  const licence = LICENCES.find((one) => one === typed.licenca)
  if (!licence) errors.licenca = e.licence
  const theme = THEMES.find((one) => one === typed.tema)
  if (!theme) errors.tema = e.theme
  const { burimi = '', 'burimi-en': burimiEn = '' } = typed
  const hasSource = burimi !== '' || burimiEn !== ''
  if (hasSource && [burimi, burimiEn].some((one) => lengthOf(one) < 3 || lengthOf(one) > LIMITS.source))
    errors.burimi = e.source
  if (!licence || !theme || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const source = hasSource ? { sourceSq: burimi, sourceEn: burimiEn } : { sourceSq: null, sourceEn: null }
  return { ok: true, value: { titleSq, titleEn, descriptionSq, descriptionEn, licence, ...source, themes: [theme] } }
}

/** `fixed`: rows stand already, so types and keys stay. */
export function readColumns(
  form: FormData,
  before: readonly DatasetColumn[],
  fixed: boolean,
  texts: OpenDataTexts,
): { columns: DatasetColumn[]; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const columns = before.map((column, index): DatasetColumn => {
    const text = (what: 'sq' | 'en' | 'lloji' | 'njesia'): string => textField(form, columnField(what, index))
    const [sq, en] = [text('sq').slice(0, LIMITS.columnTitle), text('en').slice(0, LIMITS.columnTitle)]
    if (sq === '' || en === '') errors[columnField(sq === '' ? 'sq' : 'en', index)] = texts.form.errors.column
    const unit = text('njesia').slice(0, LIMITS.unit) || null
    if (fixed) return { ...column, sq, en, unit }
    const type = COLUMN_TYPES.find((one) => one === text('lloji')) ?? column.type
    const key = textField(form, columnField('celes', index)) === 'po'
    const required = key || textField(form, columnField('duhet', index)) === 'po'
    return { ...column, sq, en, unit, type, key, required }
  })
  return { columns, errors }
}
