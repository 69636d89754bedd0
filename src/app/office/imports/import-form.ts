import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Question } from '#platform/imports/reckon-rules.ts'
import type { TargetColumn } from '#platform/imports/table-target.ts'
import { columnField, questionField } from './field-name-rules.ts'
import type { ImportTexts } from './texts.sq.ts'

export function readHead(
  form: FormData,
  sheets: readonly { lines: number }[],
  { head: texts }: ImportTexts,
): { ok: true; sheet: number; head: number } | { ok: false; errors: FieldErrors } {
  const [sheet, head] = [Number(textField(form, 'fleta') || '0'), textField(form, 'koka')]
  const found = Number.isInteger(sheet) ? sheets[sheet] : undefined
  if (!found) return { ok: false, errors: { fleta: texts.errors.sheet } }
  if (!/^\d{1,6}$/.test(head) || Number(head) > found.lines) return { ok: false, errors: { koka: texts.errors.head } }
  return { ok: true, sheet, head: Number(head) }
}

export function readColumns(
  form: FormData,
  width: number,
  columns: readonly TargetColumn[],
  lang: Lang,
  { columns: texts }: ImportTexts,
): { columns: (string | null)[]; errors: FieldErrors } {
  const names = new Set(columns.map(({ name }) => name))
  const chosen = Array.from({ length: width }, (_, index) => {
    const name = textField(form, columnField(index))
    return names.has(name) ? name : null
  })
  const errors: FieldErrors = {}
  const given = chosen.filter((name) => name !== null)
  const twice = chosen.findIndex((name, index) => name !== null && chosen.indexOf(name) !== index)
  if (twice >= 0) errors[columnField(twice)] = texts.errors.twice
  const missing = columns.find(({ name, required }) => required && !given.includes(name))
  if (given.length === 0) errors[columnField(0)] = texts.errors.none
  else if (missing) errors[columnField(0)] = texts.errors.required(missing.title[lang])
  return { columns: chosen, errors }
}

/** Questions may be answered some at a time; what is no answer to its question is refused. */
export function readAnswers(
  form: FormData,
  questions: readonly Question[],
  { questions: texts }: ImportTexts,
): { answers: Record<string, string>; errors: FieldErrors } {
  const answers: Record<string, string> = {}
  const errors: FieldErrors = {}
  for (const { id, answers: possible, answer } of questions) {
    const told = textField(form, questionField(id))
    if (possible.includes(told)) answers[id] = told
    else if (told !== '' || answer === null) errors[questionField(id)] = texts.error
  }
  return { answers, errors }
}
