import { readEmail } from '../auth/email.ts'
import { isUuid, lengthOf } from '../http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed } from '../http/form.ts'
import type { OfficeWish, Wish } from './ask-to-come.ts'
import { CHANNELS, REGISTRATION_LIMITS, type RegistrationKind } from './registration-rules.ts'
import type { RegistrationTexts } from './registration-texts.sq.ts'

export const REGISTRATION_FIELDS = [
  'dergesa',
  'emri',
  'adresa',
  'organizata',
  'sektori',
  'telefoni',
  'flas',
  'pika',
  'nevoja',
  'kanali',
] as const

type Asked = {
  sectors: readonly { value: string }[]
  registration: RegistrationKind
  /** The address of somebody signed in; null: it is asked for. */
  email: string | null
  /** The office writes down who may have none. */
  emailOptional?: true
}

export function readRegistrationForm(form: FormData, texts: RegistrationTexts, asked: Asked): Parsed<Wish> {
  const typed = typedOf(form, REGISTRATION_FIELDS)
  const t = texts.register.errors
  const errors: FieldErrors = {}
  const { emri: name = '', adresa = '', organizata = '', telefoni = '', nevoja = '', pika = '' } = typed
  if (lengthOf(name) < 2 || lengthOf(name) > REGISTRATION_LIMITS.name) errors.emri = t.name
  const known = asked.email ?? readEmail(adresa)
  const mayBeEmpty = asked.emailOptional && adresa === ''
  if (!known && !mayBeEmpty) errors.adresa = t.email
  if (lengthOf(organizata) === 1 || lengthOf(organizata) > REGISTRATION_LIMITS.organisation)
    errors.organizata = t.organisation
  if (telefoni !== '' && !/^[+\d][\d ()/-]{4,39}$/.test(telefoni)) errors.telefoni = t.phone
  if (lengthOf(nevoja) === 1 || lengthOf(nevoja) > REGISTRATION_LIMITS.needs) errors.nevoja = t.needs
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const speaks = asked.registration === 'attend-and-speak' && typed.flas === 'po'
  return {
    ok: true,
    value: {
      formId: isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : '',
      email: known || null,
      name,
      organisation: organizata || null,
      sector: asked.sectors.find(({ value }) => value === typed.sektori)?.value ?? null,
      phone: telefoni || null,
      speaks,
      itemId: speaks && isUuid(pika) ? pika : null,
      needs: nevoja || null,
    },
  }
}

/** How somebody asked whom the office writes down. */
export const readChannel = (form: FormData): OfficeWish['channel'] => {
  const channel = CHANNELS.find((one) => one === form.get('kanali'))
  return channel === undefined || channel === 'web' ? 'counter' : channel
}
