import { MAJORITY_BASES } from '#law/majorities/majority.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { MajoritySetting } from './majority-rules.ts'
import type { SittingTexts } from './texts.sq.ts'

export const MAJORITY_FIELDS = ['institucioni', 'versioni', 'of', 'numerator', 'denominator', 'strict', 'basis']

export function readMajority(
  form: FormData,
  { errors: t }: SittingTexts,
): Parsed<Omit<MajoritySetting, 'actKind'> & { seen: number }> {
  const typed = typedOf(form, MAJORITY_FIELDS)
  const errors: FieldErrors = {}
  const number = (name: 'numerator' | 'denominator'): number => {
    const words = typed[name] ?? ''
    if (!/^[1-9]\d{0,2}$/.test(words)) errors[name] = t.counts
    return Number(words)
  }
  const of = MAJORITY_BASES.find((one) => one === typed.of)
  if (!of) errors.of = t.field
  const [numerator, denominator] = [number('numerator'), number('denominator')]
  if (numerator > denominator) errors.numerator = t.fraction
  const strict = typed.strict === 'po'
  if (typed.strict !== 'po' && typed.strict !== 'jo') errors.strict = t.field
  // More than the whole can never be reached.
  if (strict && numerator === denominator) errors.numerator = t.fraction
  const basis = typed.basis ?? ''
  if (lengthOf(basis) < 3 || lengthOf(basis) > 500) errors.basis = t.field
  if (!of || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { of, numerator, denominator, strict, basis, seen: Number(typed.versioni) || 0 } }
}
