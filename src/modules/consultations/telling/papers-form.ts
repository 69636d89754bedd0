import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { readDay } from '../drafting/draft-form.ts'
import { HANDED_WAYS, MOST_PRINTED, type Handing } from './telling-rules.ts'
import type { TellingTexts } from './texts.sq.ts'

export const chosenLetters = (form: FormData): string[] =>
  form
    .getAll('letra')
    .filter((one): one is string => typeof one === 'string' && isUuid(one))
    .slice(0, MOST_PRINTED)

export const typedHanding = (form: FormData): Typed => typedOf(form, ['menyra', 'dita-day', 'dita-month', 'dita-year'])

export function readHanding(
  typed: Typed,
  ids: readonly string[],
  { papers }: TellingTexts,
  today: CivilDate,
): Parsed<Handing> {
  const errors: FieldErrors = {}
  const way = HANDED_WAYS.find((one) => one === typed.menyra)
  const { day } = readDay(typed, 'dita')
  if (ids.length === 0) errors.letra = papers.errors.none
  if (!way) errors.menyra = papers.errors.way
  if (day === null || day > today) errors.dita = papers.errors.on
  if (!way || day === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ids, on: day, way } }
}
