import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import { MINUTES_LIMITS as LIMITS, readSignatures } from '../minutes-rules.ts'
import type { MinutesTexts } from '../texts.sq.ts'
import type { ApprovalOrder } from '../approve-minutes.ts'
import type { MinutesWords } from '../edit-minutes.ts'

export const itemField = (id: string): string => `pika-${id}`

export function readMinutesWords(
  form: FormData,
  texts: MinutesTexts,
  itemIds: readonly string[],
): Parsed<MinutesWords> {
  const t = texts.office.errors
  const typed = typedOf(form, ['hapja', 'mbyllja', 'nenshkrimet', 'versioni', ...itemIds.map(itemField)])
  const errors: FieldErrors = {}
  const opening = typed.hapja ?? ''
  const ending = typed.mbyllja ?? ''
  if (lengthOf(opening) > LIMITS.opening) errors.hapja = t.long
  const items = itemIds.map((id) => ({ id, words: typed[itemField(id)] ?? '' }))
  for (const { id, words } of items) if (lengthOf(words) > LIMITS.words) errors[itemField(id)] = t.long
  if (lengthOf(ending) > LIMITS.ending) errors.mbyllja = t.long
  const signatures = readSignatures(typed.nenshkrimet ?? '')
  if (!signatures) errors.nenshkrimet = t.signatures
  if (!signatures || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { opening, ending, signatures, items } }
}

export function readReason(form: FormData, texts: MinutesTexts, field: string): Parsed<string> {
  const typed = typedOf(form, [field, 'versioni'])
  const reason = typed[field] ?? ''
  const good = lengthOf(reason) >= 5 && lengthOf(reason) <= LIMITS.reason
  return good ? { ok: true, value: reason } : { ok: false, errors: { [field]: texts.office.errors.reason }, typed }
}

export const DATE_FIELDS = (name: string): string[] => ['day', 'month', 'year'].map((part) => `${name}-${part}`)

/** A vote that was chosen, or a day. `between`: not before the meeting, not after today. */
export function readApproval(
  form: FormData,
  texts: MinutesTexts,
  between: { from: CivilDate | null; to: CivilDate },
): Parsed<ApprovalOrder> {
  const t = texts.office.errors
  const typed = typedOf(form, ['votimi', 'shenim', 'versioni', ...DATE_FIELDS('dita')])
  if (typed.votimi) return { ok: true, value: { voteId: typed.votimi } }
  const errors: FieldErrors = {}
  const on = dayIn(typed, 'dita')
  const empty = DATE_FIELDS('dita').every((name) => !typed[name])
  if (on === null) errors[empty ? 'votimi' : 'dita'] = empty ? t.vote : t.dayWrong
  else if ((between.from !== null && on < between.from) || on > between.to) errors.dita = t.dayEarly
  const note = textField(form, 'shenim')
  if (lengthOf(note) > LIMITS.note || lengthOf(note) === 1) errors.shenim = t.note
  if (on === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { on, note: note || null } }
}

export function dayIn(typed: Typed, name: string): CivilDate | null {
  const part = (which: string, length: number) => (typed[`${name}-${which}`] ?? '').padStart(length, '0')
  return readCivilDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`)
}
