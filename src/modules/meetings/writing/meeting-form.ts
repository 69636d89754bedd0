import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import {
  agendaWords,
  LANGUAGES,
  LIMITS,
  linesOf,
  MEETING_KINDS,
  MODES,
  NOTICE_RULE,
  readAgenda,
  readHour,
  REGISTRATION_KINDS,
  SECTORS,
  type AgendaItem,
  type MeetingDay,
  type Mode,
} from '../meeting-rules.ts'
import type { Meeting } from '../meeting-queries.ts'
import type { MeetingTexts } from '../texts.sq.ts'
import type { MeetingForm } from './write-meeting.ts'

const NUMBERS = [1, 2, 3, 4, 5] as const
export const DAY_NUMBERS: readonly number[] = NUMBERS
const dayFields = (n: number): string[] => ['day', 'month', 'year', 'nga', 'deri'].map((part) => `dita-${n}-${part}`)

const PLAIN = [
  'institucioni',
  'dergesa',
  'rreth',
  'versioni',
  'arsyeja',
  'titulli',
  'titulli-en',
  'permbledhja',
  'permbledhja-en',
  'lloji',
  'menyra',
  'adresa',
  'lidhja',
  'rendi',
  'moderatori',
  'moderatori-emri',
  'moderatori-pelqimi',
  'partneret',
  'pjesemarresit',
  'aksesi',
  'vende',
  'regjistrimi',
  'mbeshtetja',
  'posta',
]
const MANY = ['sektoret', 'gjuhet', 'organet', 'fushat', 'vendet'] as const

/** What was typed; the boxes that were chosen stand in one word each, parted by spaces. */
export const typedMeeting = (form: FormData): Typed => ({
  ...typedOf(form, [...PLAIN, ...NUMBERS.flatMap(dayFields)]),
  ...Object.fromEntries(
    MANY.map((name) => [
      name,
      form
        .getAll(name)
        .filter((one) => typeof one === 'string')
        .join(' '),
    ]),
  ),
})

export const chosenIn = (typed: Typed, name: (typeof MANY)[number]): string[] =>
  (typed[name] ?? '').split(' ').filter(Boolean)

/** `reason`: it is public, so the change says why. */
export function readMeetingForm(form: FormData, texts: MeetingTexts, asked: { reason: boolean }): Parsed<MeetingForm> {
  const typed = typedMeeting(form)
  const t = texts.form.errors
  const errors: FieldErrors = {}
  const words = (name: string, least: number, most: number, why: string): string => {
    const found = typed[name] ?? ''
    const length = lengthOf(found)
    if ((length > 0 || least > 0) && (length < Math.max(least, 2) || length > most)) errors[name] = why
    return found
  }
  const kind = MEETING_KINDS.find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.kind
  const mode = MODES.find((one) => one === typed.menyra)
  if (!mode) errors.menyra = t.mode
  const place = readPlace(typed, errors, texts, mode ?? null)
  const moderatorName = words('moderatori-emri', 0, 120, t.moderatorName)
  const consent = typed['moderatori-pelqimi'] === 'po'
  if (moderatorName !== '' && !consent) errors['moderatori-pelqimi'] = t.consent
  const contactEmail = typed.posta ? readEmail(typed.posta) : null
  if (typed.posta && !contactEmail) errors.posta = t.email
  const value = {
    title: words('titulli', 5, LIMITS.title, t.title),
    titleEn: words('titulli-en', 0, LIMITS.title, t.title),
    summary: words('permbledhja', 0, LIMITS.summary, t.summary),
    summaryEn: words('permbledhja-en', 0, LIMITS.summary, t.summary),
    ...place,
    moderator: words('moderatori', 0, LIMITS.words, t.moderator) || null,
    moderatorName: moderatorName || null,
    moderatorConsent: moderatorName !== '' && consent,
    audienceNote: words('pjesemarresit', 0, LIMITS.note, t.note) || null,
    accessibility: words('aksesi', 0, LIMITS.accessibility, t.note) || null,
    contactEmail: contactEmail || null,
    days: readDays(typed, errors, texts),
    ...readLists(typed, errors, texts),
  }
  if (asked.reason) words('arsyeja', 5, LIMITS.reason, t.reason)
  if (!kind || !mode || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ...value, kind, mode } }
}

function readPlace(typed: Typed, errors: FieldErrors, { form: { errors: t } }: MeetingTexts, mode: Mode | null) {
  const { adresa: address = '', lidhja: onlineUrl = '' } = typed
  if (lengthOf(address) === 1 || lengthOf(address) > LIMITS.address) errors.adresa = t.address
  if (address === '' && (mode === 'field' || mode === 'both')) errors.adresa = t.addressMissing
  if (onlineUrl !== '' && (!/^https?:\/\/[^\s]+\.[^\s]+$/.test(onlineUrl) || onlineUrl.length > 500))
    errors.lidhja = t.url
  return { address: address || null, onlineUrl: onlineUrl || null }
}

function readLists(typed: Typed, errors: FieldErrors, { form: { errors: t } }: MeetingTexts) {
  const agenda = readAgenda(typed.rendi ?? '')
  if (
    agenda.length > LIMITS.items ||
    agenda.some(({ title }) => lengthOf(title) < 2 || lengthOf(title) > LIMITS.itemTitle)
  )
    errors.rendi = t.agenda
  const partners = [...new Set(linesOf(typed.partneret ?? ''))]
  if (partners.length > LIMITS.partners || partners.some((one) => lengthOf(one) > LIMITS.words))
    errors.partneret = t.partners
  const seats = typed.vende ?? ''
  const capacity = seats === '' ? null : /^\d{1,6}$/.test(seats) ? Number(seats) : Number.NaN
  if (capacity !== null && !(capacity >= 1 && capacity <= LIMITS.capacity)) errors.vende = t.capacity
  const languages = LANGUAGES.filter((one) => chosenIn(typed, 'gjuhet').includes(one))
  return {
    agenda,
    partners,
    capacity,
    languages: languages.length > 0 ? languages : ['sq'],
    audience: SECTORS.filter((one) => chosenIn(typed, 'sektoret').includes(one)),
    registration: REGISTRATION_KINDS.find((one) => one === typed.regjistrimi) ?? ('none' as const),
    basisRule: typed.mbeshtetja === 'ligji' ? NOTICE_RULE : null,
    bodyIds: chosenIn(typed, 'organet').filter(isUuid),
    topicIds: chosenIn(typed, 'fushat').filter(isUuid),
    placeIds: chosenIn(typed, 'vendet').filter(isUuid),
  }
}

/** The days in their order; what is half written is told, a line without a day is none. */
function readDays(typed: Typed, errors: FieldErrors, { form: { errors: t } }: MeetingTexts): MeetingDay[] {
  const days = NUMBERS.flatMap((n): MeetingDay[] => {
    const [day = '', month = '', year = '', nga = '', deri = ''] = dayFields(n).map((name) => typed[name] ?? '')
    if ([day, month, year, nga, deri].every((one) => one === '')) return []
    const date = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    const [from, to] = [readHour(nga), readHour(deri)]
    if (date === null) errors[`dita-${n}`] = t.date
    if (from === undefined) errors[`dita-${n}-nga`] = t.hour
    if (to === undefined) errors[`dita-${n}-deri`] = t.hour
    if (from === null && to) errors[`dita-${n}-nga`] = t.hourMissing
    if (from && to && to <= from) errors[`dita-${n}-deri`] = t.hourOrder
    return date === null || from === undefined || to === undefined ? [] : [{ day: date, from, to }]
  }).toSorted((one, other) => one.day.localeCompare(other.day))
  if (new Set(days.map(({ day }) => day)).size < days.length) errors['dita-1'] = t.dayTwice
  return days
}

/** What the inputs show for a meeting as it stands. */
export function typedOfMeeting(
  meeting: Meeting,
  beside: {
    days: readonly MeetingDay[]
    items: readonly AgendaItem[]
    bodyIds: readonly string[]
    topicIds: readonly string[]
    placeIds: readonly string[]
  },
): Typed {
  return {
    ...typedDays(beside.days),
    institucioni: meeting.institutionId,
    versioni: String(meeting.version),
    titulli: meeting.title,
    'titulli-en': meeting.titleEn ?? '',
    permbledhja: meeting.summary,
    'permbledhja-en': meeting.summaryEn ?? '',
    lloji: meeting.kind,
    menyra: meeting.mode ?? '',
    adresa: meeting.address ?? '',
    lidhja: meeting.onlineUrl ?? '',
    rendi: agendaWords(beside.items),
    moderatori: meeting.moderator ?? '',
    'moderatori-emri': meeting.moderatorName ?? '',
    'moderatori-pelqimi': meeting.moderatorConsent ? 'po' : '',
    partneret: meeting.partners.map(({ name }) => name).join('\n'),
    sektoret: meeting.audience.join(' '),
    pjesemarresit: meeting.audienceNote ?? '',
    gjuhet: meeting.languages.join(' '),
    aksesi: meeting.accessibility ?? '',
    vende: meeting.capacity === null ? '' : String(meeting.capacity),
    regjistrimi: meeting.registration,
    mbeshtetja: meeting.basisRule === null ? '' : 'ligji',
    posta: meeting.contactEmail ?? '',
    organet: beside.bodyIds.join(' '),
    fushat: beside.topicIds.join(' '),
    vendet: beside.placeIds.join(' '),
  }
}

const typedDays = (days: readonly MeetingDay[]): Typed =>
  Object.fromEntries(
    days.flatMap(({ day, from, to }, index) => {
      const [year = '', month = '', date = ''] = day.split('-')
      const values = [String(Number(date)), String(Number(month)), year, from ?? '', to ?? '']
      return dayFields(index + 1).map((name, at) => [name, values[at] ?? ''] as const)
    }),
  )
