import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { RATING_WORDS, SCORES, type Rating } from './telling-rules.ts'
import type { TellingTexts } from './texts.sq.ts'

export const typedRating = (form: FormData): Typed => typedOf(form, ['vleresimi', 'fjalet'])

export function readRating(typed: Typed, { rating }: TellingTexts): Parsed<Rating> {
  const errors: FieldErrors = {}
  const score = SCORES.find((one) => String(one) === typed.vleresimi)
  const words = typed.fjalet ?? ''
  if (score === undefined) errors.vleresimi = rating.errors.score
  if (lengthOf(words) > RATING_WORDS) errors.fjalet = rating.errors.words
  if (score === undefined || errors.fjalet !== undefined) return { ok: false, errors, typed }
  return { ok: true, value: { score, words: words === '' ? null : words } }
}
