import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { PART_FIELDS } from './report-fields-rules.ts'
import { REPORT_LIMITS, WORD_PARTS, type ReportWords } from './report-rules.ts'
import { figureTexts } from './texts.ts'

export const REPORT_FIELDS = [...WORD_PARTS.flatMap((part) => Object.values(PART_FIELDS[part])), 'rishikimi']
export const PUBLISH_FIELDS = ['arsyeja', 'rishikimi', 'dergesa'] as const

const numberOf = (words = ''): number => (/^\d{1,9}$/.test(words) ? Number(words) : 0)

export function readReportForm(lang: Lang, typed: Typed): Parsed<{ words: ReportWords; revision: number }> {
  const t = figureTexts(lang).report.office.errors
  const errors: FieldErrors = {}
  const words: ReportWords = {}
  for (const part of WORD_PARTS) {
    const field = PART_FIELDS[part]
    const [sq, en] = [typed[field.sq] ?? '', typed[field.en] ?? '']
    if (lengthOf(sq) > REPORT_LIMITS.words) errors[field.sq] = t.long
    if (lengthOf(en) > REPORT_LIMITS.words) errors[field.en] = t.long
    if (sq === '' && en !== '') errors[field.sq] = t.englishAlone
    if (sq !== '') words[part] = { sq, en: en === '' ? null : en }
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { words, revision: numberOf(typed.rishikimi) } }
}

type PublishForm = { reason: string | null; revision: number; form: string | null }

export function readPublishForm(lang: Lang, typed: Typed): Parsed<PublishForm> {
  const { arsyeja = '', dergesa = '' } = typed
  const length = lengthOf(arsyeja)
  if (arsyeja !== '' && (length < REPORT_LIMITS.leastReason || length > REPORT_LIMITS.reason))
    return { ok: false, errors: { arsyeja: figureTexts(lang).report.office.errors.reason }, typed }
  const form = isUuid(dergesa) ? dergesa : null
  return { ok: true, value: { reason: arsyeja === '' ? null : arsyeja, revision: numberOf(typed.rishikimi), form } }
}
