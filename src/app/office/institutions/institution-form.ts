import { readEmail } from '#platform/auth/email.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { NewInstitutionForm } from '#platform/institutions/found-institution.ts'
import type { RoleAddress } from '#platform/institutions/institution-queries.ts'
import type { Closure, InstitutionFacts, InstitutionRecord } from '#platform/institutions/institution-record-queries.ts'
import {
  ADDRESS_ROLES,
  CURRENCIES,
  INSTITUTION_KINDS,
  INSTITUTION_LIMITS,
  isOutside,
  isSlug,
  JURISDICTIONS,
  STANDINGS,
} from '#platform/institutions/institution-rules.ts'
import {
  readSettingWords,
  SETTINGS,
  SETTING_KEYS,
  type SettingValues,
} from '#platform/institutions/institution-settings-rules.ts'
import type { Renaming } from '#platform/institutions/rename-institution.ts'
import type { Place } from '#platform/places/place-queries.ts'
import type { Typed } from '#platform/http/form.ts'
import { slugOf } from '#platform/institutions/institution-rules.ts'
import { dateNames, FormReader } from './reader-form.ts'
import type { InstitutionOfficeTexts } from './texts.sq.ts'

type Read<T> = { reader: FormReader; value: T }
const NAMES = ['emri', 'emri-en', 'emri-sr']
const FACTS = ['lloji', 'qendrimi', 'monedha', 'vendi', 'faqja', 'regjistrimi', 'burimi', 'ngjyra']

export function readFoundingForm(form: FormData, t: InstitutionOfficeTexts): Read<Omit<NewInstitutionForm, 'accent'>> {
  const reader = new FormReader(form, [...NAMES, ...FACTS, 'adresa', 'shteti', 'posta', 'dergesa'], t)
  const names = readNames(reader, t)
  const slug = reader.words('adresa', 1, INSTITUTION_LIMITS.slug, t.errors.slug)
  if (!isSlug(slug)) reader.refuse('adresa', t.errors.slug)
  const email = reader.optional('posta', 254)
  const frontDesk = email && readEmail(email)
  if (email && !frontDesk) reader.refuse('posta', t.errors.email)
  const jurisdiction = reader.choice('shteti', JURISDICTIONS)
  const { accent: _, ...facts } = readFacts(reader, t)
  const id = reader.typed.dergesa ?? ''
  const value = { ...facts, slug, jurisdiction, names, frontDesk, ...(isUuid(id) ? { id } : {}) }
  return { reader, value }
}

export function readFactsForm(form: FormData, t: InstitutionOfficeTexts): Read<InstitutionFacts> {
  const reader = new FormReader(form, [...FACTS, 'versioni'], t)
  return { reader, value: readFacts(reader, t) }
}

function readFacts(reader: FormReader, t: InstitutionOfficeTexts): InstitutionFacts {
  const kind = reader.choice('lloji', INSTITUTION_KINDS)
  const standing = reader.choice('qendrimi', STANDINGS)
  if (isOutside(kind) && standing === 'member') reader.refuse('qendrimi', t.errors.outside)
  const place = reader.typed.vendi ?? ''
  return {
    kind,
    standing,
    currency: reader.choice('monedha', CURRENCIES),
    placeId: isUuid(place) ? place : null,
    website: reader.web('faqja', INSTITUTION_LIMITS.website),
    registration: reader.optional('regjistrimi', INSTITUTION_LIMITS.registration),
    source: reader.optional('burimi', INSTITUTION_LIMITS.source, 2),
    // Its contrast is for the route to ask: the rules of looks stand with the looks.
    accent: reader.optional('ngjyra', 7)?.toLowerCase() ?? null,
  }
}

function readNames(reader: FormReader, t: InstitutionOfficeTexts): Renaming['names'] {
  const sq = reader.words('emri', 2, INSTITUTION_LIMITS.name, t.errors.name)
  const [en, sr] = ['emri-en', 'emri-sr'].map((name) => reader.optional(name, INSTITUTION_LIMITS.name, 2))
  return { sq, ...(en ? { en } : {}), ...(sr ? { sr } : {}) }
}

export function readNamesForm(form: FormData, t: InstitutionOfficeTexts): Read<Renaming> {
  const reader = new FormReader(form, [...NAMES, ...dateNames('vlen-nga'), 'burimi', 'versioni'], t)
  const names = readNames(reader, t)
  const validFrom = reader.date('vlen-nga', true) ?? ''
  return { reader, value: { names, validFrom, source: reader.optional('burimi', INSTITUTION_LIMITS.source, 2) } }
}

export type ClosingForm = { on: string; reason: string; successors: string[] }

export function readClosingForm(form: FormData, t: InstitutionOfficeTexts): Read<ClosingForm> {
  const names = [...dateNames('dita'), 'arsyeja', 'pasuesi', 'pasuesi-2', 'versioni']
  const reader = new FormReader(form, names, t)
  const on = reader.date('dita', true) ?? ''
  const reason = reader.words('arsyeja', 5, INSTITUTION_LIMITS.reason, t.errors.reason)
  const successors = ['pasuesi', 'pasuesi-2'].map((name) => reader.optional(name, INSTITUTION_LIMITS.name) ?? '')
  return { reader, value: { on, reason, successors } }
}

export const addressNames = ADDRESS_ROLES.flatMap((role) => [`posta-${role}`, `telefoni-${role}`, `postare-${role}`])

export function readAddressesForm(form: FormData, t: InstitutionOfficeTexts): Read<RoleAddress[]> {
  const reader = new FormReader(form, [...addressNames, 'versioni'], t)
  const value = ADDRESS_ROLES.flatMap((role): RoleAddress[] => {
    const words = reader.optional(`posta-${role}`, 254)
    const telephone = reader.optional(`telefoni-${role}`, 60, 3)
    const postal = reader.optional(`postare-${role}`, 500, 3)
    const email = words && readEmail(words)
    if (words && !email) reader.refuse(`posta-${role}`, t.errors.email)
    if (!words && (telephone || postal)) reader.refuse(`posta-${role}`, t.errors.emailFirst)
    return email ? [{ role, email, telephone, postal }] : []
  })
  return { reader, value }
}

export function readClosureForm(form: FormData, t: InstitutionOfficeTexts): Read<Closure> {
  const reader = new FormReader(form, [...dateNames('nga', 'deri'), 'pse', 'burimi', 'ndal-afatet', 'dergesa'], t)
  const fromOn = reader.date('nga', true) ?? ''
  const toOn = reader.date('deri') ?? fromOn
  const days = (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000
  if (days < 0 || days >= 366) reader.refuse('deri', t.errors.order)
  const reason = reader.words('pse', 3, 300)
  const source = reader.optional('burimi', 300, 2)
  const stopsClocks = reader.typed['ndal-afatet'] === 'po'
  if (stopsClocks && source === null) reader.refuse('burimi', t.errors.closureSource)
  return { reader, value: { id: reader.typed.dergesa ?? '', fromOn, toOn, reason, source, stopsClocks } }
}

export function readSettingsForm(form: FormData, t: InstitutionOfficeTexts): Read<SettingValues> {
  const reader = new FormReader(form, [...SETTING_KEYS, 'versioni'], t)
  const values = SETTING_KEYS.map((key) => {
    const value = readSettingWords(key, reader.typed[key] ?? '')
    if (value === null) reader.refuse(key, SETTINGS[key].kind === 'days' ? t.errors.reminders : t.errors.hour)
    return [key, value] as const
  })
  return { reader, value: Object.fromEntries(values) as SettingValues }
}

export const typedOfFacts = (one: InstitutionRecord): Typed => ({
  lloji: one.kind,
  qendrimi: one.standing,
  monedha: one.currency,
  vendi: one.placeId ?? '',
  faqja: one.website ?? '',
  regjistrimi: one.registration ?? '',
  burimi: one.source ?? '',
  ngjyra: one.accent ?? '',
  versioni: String(one.version),
})

/** A new institution, filled in from the table of municipalities where one was chosen. */
export function typedOfNew(place: Place | null, dergesa: string): Typed {
  const first = { shteti: 'AL', monedha: 'ALL', lloji: 'municipality', qendrimi: 'member', dergesa }
  if (!place) return first
  return {
    ...first,
    shteti: place.jurisdiction,
    monedha: place.jurisdiction === 'XK' ? 'EUR' : 'ALL',
    vendi: place.id,
    emri: place.officialSq ?? place.nameSq,
    'emri-en': place.officialEn ?? '',
    'emri-sr': place.officialSr ?? '',
    adresa: slugOf(place.nameSq),
  }
}

export const typedOfAddresses = (addresses: readonly RoleAddress[], version: number): Typed => ({
  ...Object.fromEntries(
    addresses.flatMap(({ role, email, telephone, postal }) => [
      [`posta-${role}`, email],
      [`telefoni-${role}`, telephone ?? ''],
      [`postare-${role}`, postal ?? ''],
    ]),
  ),
  versioni: String(version),
})
