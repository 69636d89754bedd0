import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { transparencyTexts } from './texts.ts'
import { REPLY_LIMITS, REPORT_LIMITS, type ReportWords } from './year-report-rules.ts'

export const REPORT_FIELDS = ['hyrja', 'veshtiresite', 'masat', 'akte-te-tjera', 'rishikimi'] as const
export const PUBLISH_FIELDS = ['arsyeja', 'rishikimi', 'dergesa'] as const
export const REPLY_FIELDS = ['pergjigjja', 'dergesa'] as const

const numberOf = (words = ''): number | null => (/^\d{1,9}$/.test(words) ? Number(words) : null)
const orNull = (words = ''): string | null => (words === '' ? null : words)

export function readReportForm(lang: Lang, typed: Typed): Parsed<{ words: ReportWords; revision: number }> {
  const t = transparencyTexts(lang).office.errors
  const errors: FieldErrors = {}
  for (const name of ['hyrja', 'veshtiresite', 'masat'])
    if (lengthOf(typed[name] ?? '') > REPORT_LIMITS.words) errors[name] = t.long
  const others = (typed['akte-te-tjera'] ?? '').replaceAll(/[\s\u00a0.]/g, '')
  const otherActs = numberOf(others)
  if (others !== '' && (otherActs === null || otherActs > REPORT_LIMITS.otherActs))
    errors['akte-te-tjera'] = t.otherActs
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const words = {
    introduction: orNull(typed.hyrja),
    difficulties: orNull(typed.veshtiresite),
    measures: orNull(typed.masat),
    otherActs,
  }
  return { ok: true, value: { words, revision: numberOf(typed.rishikimi) ?? 0 } }
}

type PublishForm = { reason: string | null; revision: number; form: string | null }

export function readPublishForm(lang: Lang, typed: Typed): Parsed<PublishForm> {
  const { arsyeja = '', dergesa = '' } = typed
  const length = lengthOf(arsyeja)
  if (arsyeja !== '' && (length < REPORT_LIMITS.leastReason || length > REPORT_LIMITS.reason))
    return { ok: false, errors: { arsyeja: transparencyTexts(lang).office.errors.reason }, typed }
  const revision = numberOf(typed.rishikimi) ?? 0
  return { ok: true, value: { reason: orNull(arsyeja), revision, form: isUuid(dergesa) ? dergesa : null } }
}

export function readReplyForm(lang: Lang, typed: Typed): Parsed<{ words: string; form: string | null }> {
  const { pergjigjja = '', dergesa = '' } = typed
  const length = lengthOf(pergjigjja)
  if (length < REPLY_LIMITS.least || length > REPLY_LIMITS.most)
    return { ok: false, errors: { pergjigjja: transparencyTexts(lang).office.errors.reply }, typed }
  return { ok: true, value: { words: pergjigjja, form: isUuid(dergesa) ? dergesa : null } }
}
