import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { readDay } from '../drafting/draft-form.ts'
import type { FileOrder } from './make-file.ts'
import type { DraftersTexts } from './texts.sq.ts'

const FIELDS = ['dergesa', 'njesia', 'cilat', 'neni', 'grupet', 'formati', 'afati-day', 'afati-month', 'afati-year']

export const typedFile = (form: FormData): Typed => typedOf(form, FIELDS)

export function readFileForm(
  typed: Typed,
  consultationId: string,
  today: CivilDate,
  { errors: words }: DraftersTexts,
): Parsed<FileOrder> {
  const errors: FieldErrors = {}
  const unit = (typed.njesia ?? '').trim()
  const scope = (['unanswered', 'open'] as const).find((one) => one === typed.cilat)
  const format = (['xlsx', 'docx'] as const).find((one) => one === typed.formati)
  const { day, understood } = readDay(typed, 'afati')
  const form = typed.dergesa ?? ''
  if (lengthOf(unit) < 2 || lengthOf(unit) > 200) errors.njesia = words.unit
  if (!scope) errors.cilat = words.scope
  if (!format) errors.formati = words.format
  if (!understood || (day !== null && day < today)) errors.afati = words.day
  if (!isUuid(form)) errors.permbajtja = words.form
  if (!scope || !format || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const article = typed.neni ?? ''
  const narrowed = { nodeId: isUuid(article) ? article : null, whole: article === 'tere' }
  const inGroups = typed.grupet === 'po'
  return { ok: true, value: { consultationId, scope, ...narrowed, inGroups, format, unit, returnBy: day, form } }
}
