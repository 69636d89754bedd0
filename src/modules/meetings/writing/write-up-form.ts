import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import { LIMITS, linesOf, SECTORS, type Counted, type Participant } from '../meeting-rules.ts'
import type { MeetingTexts } from '../texts.sq.ts'
import { OUTCOME_ROLES } from './outcome-role-rules.ts'
import type { OutcomeOrder } from './write-up.ts'

export const countFields = SECTORS.flatMap((sector) => [`nr-${sector}`, `gra-${sector}`, `burra-${sector}`])
export const WRITE_UP_FIELDS = [...countFields, 'organizatat', 'zyrtaret', 'pelqimi', 'arsyeja', 'versioni']

type WriteUp = { attendance: Counted[] | null; participants: Participant[]; reason: string | null }

/** `again`: it was written up before, so the correction says why. */
export function readWriteUp(form: FormData, texts: MeetingTexts, again: boolean): Parsed<WriteUp> {
  const typed = typedOf(form, WRITE_UP_FIELDS)
  const t = texts.writeUp.errors
  const errors: FieldErrors = {}
  const number = (name: string): number | null => {
    const words = typed[name] ?? ''
    if (words !== '' && !/^\d{1,5}$/.test(words)) errors[name] = t.number
    return words === '' ? null : Number(words)
  }
  const attendance = SECTORS.flatMap((sector): Counted[] => {
    const [total, women, men] = [number(`nr-${sector}`), number(`gra-${sector}`), number(`burra-${sector}`)]
    if (total === null && women === null && men === null) return []
    const sum = (women ?? 0) + (men ?? 0)
    if (total !== null && sum > total) errors[`nr-${sector}`] = t.sum
    return [{ sector, total: total ?? sum, women, men }]
  })
  const organisations = linesOf(typed.organizatat ?? '')
  const officials = linesOf(typed.zyrtaret ?? '')
  const long = (lines: string[]) =>
    lines.length > LIMITS.participants || lines.some((one) => lengthOf(one) > LIMITS.words)
  if (long(organisations)) errors.organizatat = t.lines
  if (long(officials)) errors.zyrtaret = t.lines
  if (officials.length > 0 && typed.pelqimi !== 'po') errors.pelqimi = t.consent
  const reason = typed.arsyeja ?? ''
  if (again && (lengthOf(reason) < 5 || lengthOf(reason) > LIMITS.reason)) errors.arsyeja = texts.form.errors.reason
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const participants: Participant[] = [
    ...organisations.map((words) => ({ kind: 'organisation' as const, words })),
    ...officials.map((words) => ({ kind: 'official' as const, words, consent: true as const })),
  ]
  return {
    ok: true,
    value: { attendance: attendance.length > 0 ? attendance : null, participants, reason: reason || null },
  }
}

export const OUTCOME_FIELDS = [
  'dergesa',
  'lloji',
  'fjalet',
  'fjalet-en',
  'roli',
  'afati-day',
  'afati-month',
  'afati-year',
]

export function readOutcome(form: FormData, texts: MeetingTexts): Parsed<Omit<OutcomeOrder, 'formId' | 'by'>> {
  const typed = typedOf(form, OUTCOME_FIELDS)
  const t = texts.outcome.errors
  const errors: FieldErrors = {}
  const kind = (['decision', 'conclusion'] as const).find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.kind
  const { fjalet = '', 'fjalet-en': english = '' } = typed
  if (lengthOf(fjalet) < 3 || lengthOf(fjalet) > LIMITS.outcome) errors.fjalet = t.words
  if (english !== '' && (lengthOf(english) < 3 || lengthOf(english) > LIMITS.outcome)) errors['fjalet-en'] = t.words
  const role = OUTCOME_ROLES.find((one) => one === typed.roli) ?? null
  const dueOn = readDue(typed)
  if (dueOn === undefined) errors.afati = texts.form.errors.date
  if (!kind || dueOn === undefined || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const task = kind === 'conclusion' ? role : null
  return { ok: true, value: { kind, words: fjalet, wordsEn: english || null, role: task, dueOn } }
}

function readDue(typed: Typed): string | null | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed[`afati-${part}`] ?? '')
  if (day === '' && month === '' && year === '') return null
  return readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? undefined
}

/** Why it is postponed or cancelled. */
export function readReason(
  form: FormData,
  texts: MeetingTexts,
  name: string,
): { reason: string; error: string | null } {
  const reason = textField(form, name)
  const fits = lengthOf(reason) >= 5 && lengthOf(reason) <= LIMITS.reason
  return { reason, error: fits ? null : texts.form.errors.reason }
}
