import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Owner } from '#platform/intake/assign-case.ts'
import { CASE_LIMITS } from '#platform/intake/case-rules.ts'
import type { Correction } from '#platform/intake/correct-case.ts'
import { OWNER_ROLES } from '#platform/intake/intake-permissions.ts'
import type { PointDraft } from '#platform/intake/split-case.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { readDates, readDay, readSender } from './case-fields-form.ts'
import { officeIntakeTexts } from './texts.ts'

/** The state of the case, or of the point, that the page showed. */
export const readVersion = (form: FormData): number => Number(textField(form, 'versioni')) || 0

/** `llogari:<id>` or `rol:<role>`: one question for both. */
export function readOwner(words: string): Owner | null {
  const [kind = '', value = ''] = words.split(':')
  if (kind === 'llogari' && isUuid(value)) return { accountId: value }
  const role = kind === 'rol' ? OWNER_ROLES.find((one) => one === value) : undefined
  return role ? { role } : null
}

const ASSIGNMENT = ['kujt', 'afati-day', 'afati-month', 'afati-year']

export function readAssignment(lang: Lang, form: FormData): Parsed<{ to: Owner; dueOn: CivilDate | null }> {
  const t = officeIntakeTexts(lang).page
  const to = readOwner(textField(form, 'kujt'))
  const due = readDay(form, 'afati')
  const errors: FieldErrors = {}
  if (!to) errors.kujt = t.ownerError
  if (due === 'no-such-day') errors.afati = t.dueError
  if (!to || due === 'no-such-day') return { ok: false, errors, typed: typedOf(form, ASSIGNMENT) }
  return { ok: true, value: { to, dueOn: due } }
}

export function readReason(lang: Lang, form: FormData, field: string): Parsed<string> {
  const reason = textField(form, field)
  if (lengthOf(reason) >= 3 && lengthOf(reason) <= CASE_LIMITS.reason) return { ok: true, value: reason }
  return {
    ok: false,
    errors: { [field]: officeIntakeTexts(lang).page.reasonError },
    typed: typedOf(form, [field, 'institucioni']),
  }
}

/** Fields of the answer to one point; each point's carry its number, for all stand on one page. */
export function readAnswer(
  lang: Lang,
  form: FormData,
  pointId: string,
): Parsed<{ answer: string; reason: string | null }> {
  const t = officeIntakeTexts(lang).page
  const names = { answer: `pergjigjja-${pointId}`, reason: `arsyetimi-${pointId}` }
  const answer = textField(form, names.answer)
  const reason = textField(form, names.reason)
  const errors: FieldErrors = {}
  if (answer === '' || lengthOf(answer) > CASE_LIMITS.answer) errors[names.answer] = t.answerError
  if (lengthOf(reason) > CASE_LIMITS.answerReason) errors[names.reason] = t.answerReasonError
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: typedOf(form, Object.values(names)) }
  return { ok: true, value: { answer, reason: reason || null } }
}

export type SplitRow = { title: string; words: string; role: string }

export function readRows(form: FormData): SplitRow[] {
  const count = Math.min(Number(textField(form, 'rreshta')) || 0, CASE_LIMITS.points + 1)
  return Array.from({ length: count }, (_, n) => ({
    title: textField(form, `titulli-${n + 1}`).replace(/\s+/g, ' '),
    words: textField(form, `fjalet-${n + 1}`),
    role: textField(form, `roli-${n + 1}`),
  }))
}

export function readSplit(lang: Lang, form: FormData): Parsed<PointDraft[]> & { rows: SplitRow[] } {
  const t = officeIntakeTexts(lang).split.errors
  const rows = readRows(form)
  const errors: FieldErrors = {}
  const points: PointDraft[] = []
  rows.forEach(({ title, words, role }, index) => {
    if (title === '' && words === '') return
    const n = index + 1
    if (title === '' || lengthOf(title) > CASE_LIMITS.pointTitle) errors[`titulli-${n}`] = t.title
    if (lengthOf(words) > CASE_LIMITS.pointWords) errors[`fjalet-${n}`] = t.words
    points.push({ title, words: words || null, role: OWNER_ROLES.find((one) => one === role) ?? null })
  })
  if (points.length === 0) errors['titulli-1'] = t.none
  if (points.length > CASE_LIMITS.points) errors[`titulli-${CASE_LIMITS.points + 1}`] = t.many
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: {}, rows }
  return { ok: true, value: points, rows }
}

export const CORRECTION_FIELDS = [
  'versioni',
  'emri',
  'lenda',
  'fjalet',
  'telefoni',
  'adresa-postare',
  'adresa',
  'regjistruar',
  'arsyeja',
  ...['pranuar', 'shkruar'].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`)),
]

/** The longest letter that came by mail must fit back into its own form. */
const LONGEST_LETTER = 200_000

export function readCorrection(
  lang: Lang,
  form: FormData,
  today: CivilDate,
): Parsed<Omit<Correction, 'caseId' | 'version'>> {
  const texts = officeIntakeTexts(lang)
  const { sender, errors } = readSender(lang, form, false)
  const { dates, errors: ofDates } = readDates(lang, form, today)
  const about = textField(form, 'lenda').replace(/\s+/g, ' ')
  const words = textField(form, 'fjalet')
  const reason = textField(form, 'arsyeja')
  if (lengthOf(about) < 1 || lengthOf(about) > CASE_LIMITS.about) errors.lenda = texts.counter.errors.about
  if (lengthOf(words) > LONGEST_LETTER) errors.fjalet = texts.counter.errors.wordsLong
  Object.assign(errors, ofDates)
  if (lengthOf(reason) < 3 || lengthOf(reason) > CASE_LIMITS.reason) errors.arsyeja = texts.page.reasonError
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: typedOf(form, CORRECTION_FIELDS) }
  return { ok: true, value: { about, words: words || null, sender, ...dates, reason } }
}
