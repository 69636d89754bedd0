import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readDay } from '../drafting/draft-form.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import { EXTENSION_LIMITS } from './closing-rules.ts'
import type { ExtensionForm } from './extend-consultation.ts'

const FIELDS = [
  'mbyllet-day',
  'mbyllet-month',
  'mbyllet-year',
  'vendimi',
  'vendosur-day',
  'vendosur-month',
  'vendosur-year',
  'arsyeja',
  'versioni',
  'dergesa',
] as const

export const typedExtension = (form: FormData): Typed => typedOf(form, FIELDS)

export const emptyExtension = (version: number, formId: string): Typed => ({
  versioni: String(version),
  dergesa: formId,
})

export function readExtensionForm(form: FormData, texts: ConsultationTexts): Parsed<ExtensionForm> {
  const t = texts.closing.extend.errors
  const typed = typedExtension(form)
  const errors: FieldErrors = {}
  const newDay = readDay(typed, 'mbyllet').day
  const decidedOn = readDay(typed, 'vendosur').day
  const { vendimi: decision = '', arsyeja: ground = '', dergesa: formId = '' } = typed
  if (newDay === null) errors.mbyllet = t.newDay
  if (lengthOf(decision) < 1 || lengthOf(decision) > EXTENSION_LIMITS.decision) errors.vendimi = t.decision
  if (decidedOn === null) errors.vendosur = t.decidedOn
  if (lengthOf(ground) < 10 || lengthOf(ground) > EXTENSION_LIMITS.ground) errors.arsyeja = t.ground
  if (Object.keys(errors).length > 0 || newDay === null || decidedOn === null) return { ok: false, errors, typed }
  const fromVersion = Number(typed.versioni) || 1
  const once = isUuid(formId) ? formId : null
  return { ok: true, value: { newDay, decision, decidedOn, ground, formId: once, fromVersion } }
}
