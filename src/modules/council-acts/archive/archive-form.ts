import { textField, type FieldErrors } from '#platform/http/form.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { SETTLEMENTS, type Settlement } from './settle-rules.ts'
import type { ArchiveTexts } from './texts.sq.ts'

export const UPLOAD_FIELDS = ['dergesa', 'institucioni', 'kategorite']

const LONGEST = 100

/** Categories of WordPress, separated by commas. */
export const readCategories = (form: FormData): string[] =>
  textField(form, 'kategorite')
    .split(',')
    .map((one) => one.trim().slice(0, LONGEST))
    .filter((one) => one !== '')
    .slice(0, 50)

export const readFormId = (form: FormData): string | null => {
  const sent = textField(form, 'dergesa')
  return isUuid(sent) ? sent : null
}

export type SettleForm = { ok: true; as: Settlement; to: string | null } | { ok: false; errors: FieldErrors }

export function readSettlement(form: FormData, line: string, { errors }: ArchiveTexts): SettleForm {
  const as = SETTLEMENTS.find((one) => one === textField(form, 'si'))
  const to = textField(form, 'drejt')
  if (!as) return { ok: false, errors: { [`si-${line}`]: errors.how } }
  if (as === 'pointed' && to === '') return { ok: false, errors: { [`drejt-${line}`]: errors.target } }
  return { ok: true, as, to: as === 'pointed' ? to : null }
}
