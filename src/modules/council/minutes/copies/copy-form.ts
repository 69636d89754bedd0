import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { DATE_FIELDS, dayIn } from '../office/minutes-form.ts'
import type { CopyOrder } from './make-copy.ts'
import type { CopiesTexts } from './texts.sq.ts'

export function readCopy(form: FormData, t: CopiesTexts, today: CivilDate): Parsed<Omit<CopyOrder, 'formId' | 'by'>> {
  const typed = typedOf(form, ['pika', 'kerkuar-nga', 'plote', ...DATE_FIELDS('kerkuar')])
  const errors: FieldErrors = {}
  const item = typed.pika ?? ''
  if (item !== '' && !isUuid(item)) errors.pika = t.errors.item
  const askedBy = typed['kerkuar-nga'] ?? ''
  if (lengthOf(askedBy) === 1 || lengthOf(askedBy) > 200) errors['kerkuar-nga'] = t.errors.askedBy
  const empty = DATE_FIELDS('kerkuar').every((name) => !typed[name])
  const askedOn = empty ? null : dayIn(typed, 'kerkuar')
  if (!empty && (askedOn === null || askedOn > today)) errors.kerkuar = t.errors.askedOn
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return {
    ok: true,
    value: { itemId: item || null, whole: typed.plote === 'po', askedBy: askedBy || null, askedOn },
  }
}

export function readCancelReason(form: FormData, t: CopiesTexts): Parsed<string> {
  const typed = typedOf(form, ['arsyeja'])
  const reason = typed.arsyeja ?? ''
  const good = lengthOf(reason) >= 3 && lengthOf(reason) <= 500
  return good ? { ok: true, value: reason } : { ok: false, errors: { arsyeja: t.errors.reason }, typed }
}
