import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import type { TakedownOrder } from '#platform/takedowns/take-down.ts'
import { TAKEDOWN_GROUNDS, TAKEDOWN_LIMITS } from '#platform/takedowns/takedown-rules.ts'
import type { TakedownOfficeTexts } from './texts.sq.ts'

export const TAKEDOWN_FIELDS = ['rekordi', 'dergesa', 'arsyeja', 'shenimi', 'konfirmimi'] as const

export function readTakedownForm(form: FormData, texts: TakedownOfficeTexts): Parsed<TakedownOrder> {
  const typed = typedOf(form, TAKEDOWN_FIELDS)
  const { rekordi = '', dergesa = '', shenimi = '' } = typed
  const ground = TAKEDOWN_GROUNDS.find((one) => one === typed.arsyeja)
  const errors: FieldErrors = {}
  if (!ground) errors.arsyeja = texts.errors.ground
  if (lengthOf(shenimi) > TAKEDOWN_LIMITS.note) errors.shenimi = texts.errors.note
  if (typed.konfirmimi !== 'po') errors.konfirmimi = texts.errors.confirm
  if (!isUuid(dergesa) || !readRef(rekordi)) errors.arsyeja = texts.errors.form
  if (!ground || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { submissionId: dergesa, subject: rekordi, ground, note: shenimi || null } }
}

export function readLiftForm(form: FormData, texts: TakedownOfficeTexts): Parsed<{ reason: string }> {
  const reason = textField(form, 'arsyeja-kthimit')
  const length = lengthOf(reason)
  const typed = { 'arsyeja-kthimit': reason }
  if (length < TAKEDOWN_LIMITS.leastReason)
    return { ok: false, errors: { 'arsyeja-kthimit': texts.errors.reason }, typed }
  if (length > TAKEDOWN_LIMITS.reason)
    return { ok: false, errors: { 'arsyeja-kthimit': texts.errors.reasonLong }, typed }
  return { ok: true, value: { reason } }
}
