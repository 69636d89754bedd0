import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readCivilDate, startOfDay } from '#platform/time/civil-date.ts'
import type { GuestForm } from './change-invitation.ts'
import {
  ANSWERS,
  CHANNELS,
  INVITATION_LIMITS,
  type InvitationAnswer,
  type InvitationChannel,
} from './invitation-rules.ts'
import type { OfferForm } from './keep-offer.ts'
import type { InvitationTexts } from './texts.sq.ts'

export const GUEST_FIELDS = ['dergesa', 'emri', 'detyra', 'adresa', 'postare', 'kanali', 'gjuha'] as const

export function readGuest(form: FormData, texts: InvitationTexts): Parsed<GuestForm> {
  const typed = typedOf(form, GUEST_FIELDS)
  const t = texts.guest.errors
  const errors: FieldErrors = {}
  const { emri = '', detyra = '', adresa = '', postare = '', dergesa = '' } = typed
  const email = adresa === '' ? null : readEmail(adresa)
  const channel = channelIn(typed) ?? 'mail'
  const tooShort = (words: string, most: number) => lengthOf(words) === 1 || lengthOf(words) > most
  if ((emri === '' && detyra === '') || tooShort(emri, INVITATION_LIMITS.name)) errors.emri = t.name
  if (tooShort(detyra, INVITATION_LIMITS.post)) errors.detyra = t.name
  if (adresa !== '' && email === null) errors.adresa = t.email
  if (channel === 'mail' && adresa === '') errors.adresa = t.emailNeeded
  if (postare !== '' && (lengthOf(postare) < 5 || lengthOf(postare) > INVITATION_LIMITS.postal))
    errors.postare = t.postal
  if (!isUuid(dergesa) || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return {
    ok: true,
    value: {
      formId: dergesa,
      name: emri || null,
      post: detyra || null,
      email: email?.toLowerCase() ?? null,
      postal: postare || null,
      lang: typed.gjuha === 'en' ? 'en' : 'sq',
      channel,
    },
  }
}

const channelIn = (typed: Typed): InvitationChannel | null => CHANNELS.find((one) => one === typed.kanali) ?? null

export const readChannel = (form: FormData): InvitationChannel | null => channelIn(typedOf(form, ['kanali']))

export const ANSWER_FIELDS = ['pergjigja', 'shenimi'] as const

/** The button that was pressed, and the note beside it. */
export function readAnswer(
  form: FormData,
  errorsOf: { answer: string; note: string },
): Parsed<{ answer: InvitationAnswer; note: string | null }> {
  const typed = typedOf(form, ANSWER_FIELDS)
  const errors: FieldErrors = {}
  const answer = ANSWERS.find((one) => one === typed.pergjigja)
  const note = typed.shenimi ?? ''
  if (lengthOf(note) === 1 || lengthOf(note) > INVITATION_LIMITS.note) errors.shenimi = errorsOf.note
  if (!answer) errors.pergjigja = errorsOf.answer
  if (!answer || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { answer, note: note || null } }
}

export function readGround(form: FormData, error: string): Parsed<{ itemId: string; ground: string | null }> {
  const { pika = '' } = typedOf(form, ['pika'])
  const field = `arsyeja-${pika}`
  const arsyeja = typedOf(form, [field])[field] ?? ''
  const typed = { pika, arsyeja }
  if (lengthOf(arsyeja) === 1 || lengthOf(arsyeja) > INVITATION_LIMITS.ground)
    return { ok: false, errors: { [field]: error }, typed }
  return { ok: true, value: { itemId: pika, ground: arsyeja || null } }
}

export const momentFields = (name: string) => [`${name}-day`, `${name}-month`, `${name}-year`, `${name}-ora`] as const

export const HANDED_FIELDS = ['kujt', ...momentFields('kur')] as const

export function readHanded(form: FormData, texts: InvitationTexts, zone: string): Parsed<{ at: Date; note: string }> {
  const typed = typedOf(form, HANDED_FIELDS)
  const t = texts.one.errors
  const errors: FieldErrors = {}
  const note = typed.kujt ?? ''
  const at = momentIn(typed, 'kur', zone)
  if (lengthOf(note) < 2 || lengthOf(note) > INVITATION_LIMITS.handed) errors.kujt = t.handed
  if (!at) errors.kur = t.when
  if (!at || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { at, note } }
}

export const OFFER_FIELDS = ['lloji', 'vende', ...momentFields('deri')] as const

export function readOffer(form: FormData, texts: InvitationTexts, zone: string): Parsed<OfferForm> {
  const typed = typedOf(form, OFFER_FIELDS)
  const t = texts.offer.errors
  const errors: FieldErrors = {}
  const kind = typed.lloji === 'attend' || typed.lloji === 'attend-and-speak' ? typed.lloji : 'none'
  const closesAt = momentIn(typed, 'deri', zone)
  const vende = typed.vende ?? ''
  const capacity = /^\d{1,4}$/.test(vende) ? Number(vende) : 0
  if (closesAt === undefined) errors.deri = t.closes
  if (vende !== '' && (capacity < 1 || capacity > INVITATION_LIMITS.capacity)) errors.vende = t.capacity
  if (closesAt === undefined || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { kind, closesAt, capacity: vende === '' ? null : capacity } }
}

const HOUR = /^(\d{1,2})[:.](\d{2})$/

/** Null: nothing was written. Undefined: it is no moment. */
function momentIn(typed: Typed, name: string, zone: string): Date | null | undefined {
  const [day = '', month = '', year = '', hour = ''] = momentFields(name).map((field) => typed[field] ?? '')
  if ([day, month, year, hour].every((words) => words === '')) return null
  const date = readCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  const [, hours = '', minutes = ''] = HOUR.exec(hour) ?? []
  if (date === null || hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return new Date(startOfDay(date, zone).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000)
}
