import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { HOUSE_ROLES } from '#platform/auth/visitor.ts'
import { LONGEST_REASON, LONGEST_TITLE, LONGEST_WORDS, type TaskTo } from '#platform/tasks/task-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import { taskTexts } from './texts.ts'

export type TaskWords = { title: string; words: string; dueOn: string | null }
export type NewTask = TaskWords & { to: TaskTo }

const FIELDS = ['titulli', 'shpjegimi', 'kujt', 'afati-day', 'afati-month', 'afati-year'] as const

/** What is to be done, until when, and for whom. */
export function readNewTask(lang: Lang, form: FormData): Parsed<NewTask> {
  const { words, errors } = readWords(lang, form)
  const to = readTo(textField(form, 'kujt'))
  if (!to) errors.kujt = taskTexts(lang).form.errors.to
  if (!words || !to) return { ok: false, errors, typed: typedOf(form, FIELDS) }
  return { ok: true, value: { ...words, to } }
}

export function readTaskChange(lang: Lang, form: FormData): Parsed<TaskWords> {
  const { words, errors } = readWords(lang, form)
  return words ? { ok: true, value: words } : { ok: false, errors, typed: typedOf(form, FIELDS) }
}

function readWords(lang: Lang, form: FormData): { words: TaskWords | null; errors: FieldErrors } {
  const t = taskTexts(lang).form.errors
  const errors: FieldErrors = {}
  const title = textField(form, 'titulli').replace(/\s+/g, ' ')
  const words = textField(form, 'shpjegimi')
  const due = readDay(form, 'afati')
  if (title === '' || lengthOf(title) > LONGEST_TITLE) errors.titulli = t.what
  if (lengthOf(words) > LONGEST_WORDS) errors.shpjegimi = t.words
  if (due === false) errors.afati = t.due
  return Object.keys(errors).length > 0 || due === false
    ? { words: null, errors }
    : { words: { title, words, dueOn: due }, errors }
}

/** Three fields as a day; null when all are empty, false when there is no such day. */
export function readDay(form: FormData, name: string): string | false | null {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textField(form, `${name}-${part}`))
  if (!day && !month && !year) return null
  if (!/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^20\d\d$/.test(year ?? '')) return false
  return readCivilDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`) ?? false
}

/** `llogari:<id>` or `rol:<role>`: one question for both. */
export function readTo(words: string): TaskTo | null {
  const [kind = '', value = ''] = words.split(':')
  if (kind === 'llogari' && isUuid(value)) return { accountId: value }
  const role = kind === 'rol' ? HOUSE_ROLES.find((one) => one === value) : undefined
  return role ? { role } : null
}

export function readReason(lang: Lang, form: FormData, name: string): Parsed<string> {
  const reason = textField(form, name)
  if (reason !== '' && lengthOf(reason) <= LONGEST_REASON) return { ok: true, value: reason }
  return { ok: false, errors: { [name]: taskTexts(lang).form.errors.reason }, typed: typedOf(form, [name]) }
}

export function readNote(lang: Lang, form: FormData): Parsed<string> {
  const words = textField(form, 'shenimi')
  if (words !== '' && lengthOf(words) <= LONGEST_WORDS) return { ok: true, value: words }
  return { ok: false, errors: { shenimi: taskTexts(lang).form.errors.note }, typed: typedOf(form, ['shenimi']) }
}
