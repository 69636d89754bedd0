import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { ReportTexts } from './texts.sq.ts'
import type { ConclusionForm } from './conclude-consultation.ts'
import { OUTCOMES, PARTS, REPORT_LIMITS, type Written, type WrittenParts } from './report-rules.ts'

const FIELDS = ['rezultati', 'deklarata', 'deklarata-en', 'arsyeja', 'versioni', 'dergesa'] as const

export const typedConclusion = (form: FormData): Typed => typedOf(form, FIELDS)

const between = (words: string, least: number, most: number): boolean =>
  lengthOf(words) >= least && lengthOf(words) <= most

export function readConclusion(form: FormData, texts: ReportTexts, again: boolean): Parsed<ConclusionForm> {
  const t = texts.conclusion.errors
  const typed = typedConclusion(form)
  const errors: FieldErrors = {}
  const { rezultati, deklarata: statement = '', arsyeja: reason = '', dergesa: formId = '' } = typed
  const statementEn = typed['deklarata-en'] ?? ''
  const outcome = OUTCOMES.find((one) => one === rezultati)
  if (!outcome) errors.rezultati = t.outcome
  if (!between(statement, 10, REPORT_LIMITS.statement)) errors.deklarata = t.statement
  if (statementEn !== '' && !between(statementEn, 10, REPORT_LIMITS.statement)) errors['deklarata-en'] = t.statementEn
  if (again && !between(reason, 5, REPORT_LIMITS.reason)) errors.arsyeja = t.reason
  if (!outcome || !isUuid(formId) || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const value = {
    outcome,
    statement,
    statementEn: statementEn === '' ? null : statementEn,
    reason: again ? reason : null,
    formId,
    fromVersion: Number(typed.versioni),
  }
  return { ok: true, value }
}

/** One compulsory reason: of reopening, or of another version of the report. */
export function readReason(
  form: FormData,
  texts: ReportTexts,
  field: string,
): Parsed<{ reason: string; formId: string }> {
  const typed = typedOf(form, [field, 'dergesa'])
  const { [field]: reason = '', dergesa: formId = '' } = typed
  if (!between(reason, 5, REPORT_LIMITS.reason) || !isUuid(formId))
    return { ok: false, errors: { [field]: texts.conclusion.errors.reason }, typed }
  return { ok: true, value: { reason, formId } }
}

const PART_FIELDS = PARTS.flatMap((part) => [part, `${part}-en`])

export const typedParts = (form: FormData): Typed => typedOf(form, [...PART_FIELDS, 'versioni'])

export const typedOfParts = (written: WrittenParts, revision: number): Typed => ({
  ...Object.fromEntries(
    PARTS.flatMap((part) => [
      [part, written[part]?.sq ?? ''],
      [`${part}-en`, written[part]?.en ?? ''],
    ]),
  ),
  versioni: String(revision),
})

/** Parts of which nothing was written are not kept. */
export function readParts(form: FormData, texts: ReportTexts): Parsed<{ written: WrittenParts; revision: number }> {
  const typed = typedParts(form)
  const errors: FieldErrors = {}
  for (const field of PART_FIELDS) {
    const part = PARTS.find((one) => field === one || field === `${one}-en`)
    if (part && lengthOf(typed[field] ?? '') > REPORT_LIMITS.words)
      errors[field] = texts.writing.tooLong(texts.parts[part])
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const written: WrittenParts = Object.fromEntries(
    PARTS.flatMap((part): [string, Written][] => {
      const words = { sq: typed[part] ?? '', en: typed[`${part}-en`] ?? '' }
      return words.sq === '' && words.en === '' ? [] : [[part, words]]
    }),
  )
  return { ok: true, value: { written, revision: Number(typed.versioni) } }
}
