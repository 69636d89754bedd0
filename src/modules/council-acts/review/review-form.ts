import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import {
  CHANNELS,
  needsReasons,
  RE_EXAMINATIONS,
  REVIEW_LIMITS as LIMITS,
  VERDICT_KINDS,
  type Channel,
  type ReExamination,
  type VerdictKind,
} from './review-rules.ts'
import type { ReviewTexts } from './texts.sq.ts'
import type { TransmittalWords } from './write-transmittal.ts'

export const dateFields = (name: string): string[] => ['day', 'month', 'year'].map((part) => `${name}-${part}`)

function dayIn(typed: Typed, name: string): CivilDate | null {
  const part = (which: string, length: number) => (typed[`${name}-${which}`] ?? '').padStart(length, '0')
  return readCivilDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`)
}
const isEmpty = (typed: Typed, name: string): boolean => dateFields(name).every((field) => !typed[field])

/** The inputs of a day as they stand in the form. */
export function typedDay(name: string, day: CivilDate): Typed {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

/** The version that stood on the page; one that nobody sent fits nothing. */
export const seenIn = (form: FormData): number => Number(form.get('versioni')) || 0

/** The acts that were ticked, in the order of the page. */
const tickedIn = (form: FormData): string[] =>
  form.getAll('aktet').flatMap((one) => (typeof one === 'string' && isUuid(one) ? [one] : []))

export const TRANSMITTAL_FIELDS = ['organi', 'adresa', 'protokolli', 'fjalet', 'menyra', 'versioni', 'dergesa'] as const

export type TransmittalForm = TransmittalWords & { actIds: string[] }

export function readTransmittal(form: FormData, texts: ReviewTexts): Parsed<TransmittalForm> {
  const t = texts.form.errors
  const actIds = tickedIn(form)
  const typed: Typed = { ...typedOf(form, TRANSMITTAL_FIELDS), aktet: actIds.join(' ') }
  const errors: FieldErrors = {}
  if (actIds.length === 0 || actIds.length > LIMITS.acts) errors.aktet = t.acts
  const words = (name: string, [least, most]: readonly [number, number], error: string): string | null => {
    const value = typed[name] ?? ''
    if (value !== '' && (lengthOf(value) < least || lengthOf(value) > most)) errors[name] = error
    return value || null
  }
  const authorityName = words('organi', [2, LIMITS.name], t.authority)
  if (authorityName === null) errors.organi = t.authority
  const channel = channelIn(typed)
  if (channel === null) errors.menyra = t.channel
  const value = {
    actIds,
    authorityName: authorityName ?? '',
    authorityAddress: words('adresa', [2, LIMITS.address], t.address),
    protocol: words('protokolli', [1, LIMITS.protocol], t.protocol),
    words: words('fjalet', [2, LIMITS.words], t.words),
    channel: channel ?? 'letter',
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors, typed } : { ok: true, value }
}

const channelIn = (typed: Typed): Channel | null => CHANNELS.find((one) => one === typed.menyra) ?? null

export const SEND_FIELDS = ['menyra', 'protokolli', ...dateFields('dergimi')]

export function readSending(
  form: FormData,
  texts: ReviewTexts,
  today: CivilDate,
): Parsed<{ on: CivilDate; channel: Channel; protocol: string | null }> {
  const typed = typedOf(form, SEND_FIELDS)
  const errors: FieldErrors = {}
  const on = dayIn(typed, 'dergimi')
  if (on === null || on > today) errors.dergimi = texts.errors.day
  const channel = channelIn(typed)
  if (channel === null) errors.menyra = texts.form.errors.channel
  const protocol = typed.protokolli ?? ''
  if (lengthOf(protocol) > LIMITS.protocol) errors.protokolli = texts.form.errors.protocol
  if (on === null || channel === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { on, channel, protocol: protocol || null } }
}

export const RECEIPT_FIELDS = ['protokolli-organit', ...dateFields('pranimi')]

export function readReceipt(
  form: FormData,
  texts: ReviewTexts,
  today: CivilDate,
): Parsed<{ on: CivilDate; protocol: string }> {
  const typed = typedOf(form, RECEIPT_FIELDS)
  const errors: FieldErrors = {}
  const on = dayIn(typed, 'pranimi')
  if (on === null || on > today) errors.pranimi = texts.errors.day
  const protocol = typed['protokolli-organit'] ?? ''
  if (protocol === '' || lengthOf(protocol) > LIMITS.protocol)
    errors['protokolli-organit'] = texts.errors.protocolMissing
  if (on === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { on, protocol } }
}

export function readWithdrawal(form: FormData, texts: ReviewTexts): Parsed<string> {
  const reason = textField(form, 'arsyeja-terheqjes')
  const good = lengthOf(reason) >= 3 && lengthOf(reason) <= LIMITS.short
  if (good) return { ok: true, value: reason }
  return { ok: false, errors: { 'arsyeja-terheqjes': texts.errors.reason }, typed: { 'arsyeja-terheqjes': reason } }
}

export type VerdictForm = {
  actIds: string[]
  kind: VerdictKind
  on: CivilDate
  protocol: string | null
  reasons: string | null
  effectiveOn: CivilDate | null
}

/** `prefix`: the correction stands on the same page as what comes next. */
export const verdictFields = (prefix: string): string[] =>
  ['pergjigjja', 'numri', 'arsyet', ...dateFields('dita'), ...dateFields('vlen')].map((name) => prefix + name)

export function readVerdict(
  form: FormData,
  texts: ReviewTexts,
  { prefix, today, kinds }: { prefix: string; today: CivilDate; kinds: readonly VerdictKind[] },
): Parsed<VerdictForm> {
  const t = texts.verdict.errors
  const actIds = tickedIn(form)
  const typed: Typed = { ...typedOf(form, verdictFields(prefix)), aktet: actIds.join(' ') }
  const at = (name: string): string => typed[prefix + name] ?? ''
  const errors: FieldErrors = {}
  const kind = VERDICT_KINDS.find((one) => one === at('pergjigjja') && kinds.includes(one)) ?? null
  if (kind === null) errors[`${prefix}pergjigjja`] = t.kind
  // A mistake is found today, whatever day the wrong entry bears.
  const on = kind === 'mistake' ? today : dayIn(typed, `${prefix}dita`)
  if (on === null || on > today) errors[`${prefix}dita`] = t.day
  if (lengthOf(at('numri')) > LIMITS.protocol) errors[`${prefix}numri`] = t.protocol
  const reasons = at('arsyet')
  const asked = kind !== null && needsReasons(kind)
  if ((asked && reasons === '') || lengthOf(reasons) > LIMITS.reasons || [1, 2].includes(lengthOf(reasons)))
    errors[`${prefix}arsyet`] = t.reasons
  const ends = kind === 'annulled' && !isEmpty(typed, `${prefix}vlen`)
  const effectiveOn = ends ? dayIn(typed, `${prefix}vlen`) : null
  if (ends && effectiveOn === null) errors[`${prefix}vlen`] = t.effective
  if (kind === null || on === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { actIds, kind, on, protocol: at('numri') || null, reasons: reasons || null, effectiveOn } }
}

export type ReExaminationForm = { outcome: ReExamination; on: CivilDate; voteRef: string | null; words: string }

export const RE_EXAMINATION_FIELDS = ['si', 'votimi', 'pershkrimi', ...dateFields('rishqyrtimi')]

export function readReExamination(
  form: FormData,
  texts: ReviewTexts,
  { today, votes }: { today: CivilDate; votes: readonly string[] },
): Parsed<ReExaminationForm> {
  const t = texts.verdict.errors
  const typed = typedOf(form, RE_EXAMINATION_FIELDS)
  const errors: FieldErrors = {}
  const outcome = RE_EXAMINATIONS.find((one) => one === typed.si) ?? null
  if (outcome === null) errors.si = t.how
  const on = dayIn(typed, 'rishqyrtimi')
  if (on === null || on > today) errors.rishqyrtimi = t.day
  const voteRef = typed.votimi || null
  if (voteRef !== null && !votes.includes(voteRef)) errors.votimi = t.vote
  const words = typed.pershkrimi ?? ''
  if (lengthOf(words) < 3 || lengthOf(words) > LIMITS.words) errors.pershkrimi = t.what
  if (outcome === null || on === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { outcome, on, voteRef, words } }
}
