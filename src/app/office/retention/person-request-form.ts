import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import { IDENTIFICATIONS, PERSON_REQUEST_LIMITS, readReceiptCode } from '#platform/own-data/person-request-rules.ts'
import type { PersonOrder } from '#platform/own-data/serve-person.ts'
import type { RetentionTexts } from './texts.sq.ts'

export const REQUEST_FIELDS = ['dergesa', 'institucioni', 'adresa', 'kodi', 'identifikimi', 'shenimi'] as const

export function readRequestForm(form: FormData, texts: RetentionTexts): Parsed<PersonOrder> {
  const typed = typedOf(form, REQUEST_FIELDS)
  const t = texts.requests.errors
  const { dergesa = '', institucioni = '', adresa = '', kodi = '', shenimi = '' } = typed
  const [email, code] = [readEmail(adresa), readReceiptCode(kodi)]
  const identifiedBy = IDENTIFICATIONS.find((one) => one === typed.identifikimi)
  const errors: FieldErrors = {}
  if (!isUuid(institucioni)) errors.institucioni = t.institution
  if (adresa === '' && kodi === '') errors.adresa = t.who
  if (adresa !== '' && email === null) errors.adresa = t.email
  if (kodi !== '' && code === null) errors.kodi = t.code
  if (!identifiedBy) errors.identifikimi = t.identifiedBy
  if (lengthOf(shenimi) > PERSON_REQUEST_LIMITS.note) errors.shenimi = t.note
  if (!isUuid(dergesa)) errors.adresa = t.form
  if (!identifiedBy || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const note = shenimi || null
  return {
    ok: true,
    value: { submissionId: dergesa, institutionId: institucioni, email, code, identifiedBy, note },
  }
}
