import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { MOST_PLACES } from '#platform/places/place-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import { MOST_TOPICS } from '#platform/topics/topic-rules.ts'
import { ACT_KINDS } from '../consultation-rules.ts'
import type { OfficeAct } from './act-office-queries.ts'
import { readPeriod } from './period-rules.ts'
import type { AllYearTexts } from './texts.ts'
import type { ActForm } from './write-planned-act.ts'
import { YEAR_LIMITS } from './year-rules.ts'

const FIELDS = [
  'titulli',
  'titulli-en',
  'lloji',
  'propozuesi',
  'koha',
  'konsultim',
  'organi',
  'shenim',
  'arsyeja',
  'versioni',
  'dergesa',
]

/** What was typed; the boxes that were chosen stand in one word each, parted by spaces. */
export const typedAct = (form: FormData): Typed => ({
  ...typedOf(form, FIELDS),
  fushat: chosenIn(form, 'fushat').join(' '),
  vendet: chosenIn(form, 'vendet').join(' '),
})

const chosenIn = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((one): one is string => typeof one === 'string' && isUuid(one))

export function readActForm(form: FormData, t: AllYearTexts, of: { year: number; public: boolean }): Parsed<ActForm> {
  const e = t.office.errors
  const typed = typedAct(form)
  const errors: FieldErrors = {}
  /** Null: left empty. */
  const words = (name: string, least: number, most: number, error: string): string | null => {
    const length = lengthOf(typed[name] ?? '')
    if (length > 0 && (length < least || length > most)) errors[name] = error
    return typed[name] || null
  }
  const title = words('titulli', 5, YEAR_LIMITS.title, e.title)
  if (title === null) errors.titulli = e.title
  const period = readPeriod(typed.koha ?? '', of.year)
  if (!period.ok) errors.koha = e.period
  const [topicIds, placeIds] = [chosenIn(form, 'fushat'), chosenIn(form, 'vendet')]
  if (topicIds.length > MOST_TOPICS) errors.fushat = e.topics(MOST_TOPICS)
  if (placeIds.length > MOST_PLACES) errors.vendet = e.places(MOST_PLACES)
  const reason = words('arsyeja', 5, YEAR_LIMITS.reason, e.reason) ?? ''
  if (of.public && reason === '') errors.arsyeja = e.reason
  const value = {
    titleEn: words('titulli-en', 5, YEAR_LIMITS.title, e.titleEn),
    actKind: ACT_KINDS.find((one) => one === typed.lloji) ?? null,
    proposer: words('propozuesi', 2, YEAR_LIMITS.proposer, e.proposer),
    consultationPlanned: typed.konsultim === 'po' ? true : typed.konsultim === 'jo' ? false : null,
    decidingBody: words('organi', 2, YEAR_LIMITS.body, e.decidingBody),
    note: words('shenim', 2, YEAR_LIMITS.note, e.note),
    topicIds,
    placeIds,
    fromVersion: Number(typed.versioni) || 1,
    reason,
  }
  if (Object.keys(errors).length > 0 || title === null || !period.ok) return { ok: false, errors, typed }
  const due = { dueFrom: period.period?.from ?? null, dueTo: period.period?.to ?? null }
  return { ok: true, value: { ...value, title, ...due } }
}

type Standing = { act: OfficeAct; topicIds: readonly string[]; placeIds: readonly string[] }

/** What the inputs show of an entry as it stands; `due` in words that are read back as the same months. */
export const typedOfAct = ({ act, topicIds, placeIds }: Standing): Typed => ({
  titulli: act.title,
  'titulli-en': act.titleEn ?? '',
  lloji: act.actKind ?? '',
  propozuesi: act.proposer ?? '',
  koha: dueTyped(act.dueFrom, act.dueTo),
  konsultim: act.consultationPlanned === null ? '' : act.consultationPlanned ? 'po' : 'jo',
  organi: act.decidingBody ?? '',
  shenim: act.note ?? '',
  versioni: String(act.version),
  fushat: topicIds.join(' '),
  vendet: placeIds.join(' '),
})

/** `03/2027`, `01-03/2027`: numbers, for words differ by language. */
export function dueTyped(from: string | null, to: string | null): string {
  if (!from || !to) return ''
  const [year, first, last] = [from.slice(0, 4), from.slice(5, 7), to.slice(5, 7)]
  return first === last ? `${first}/${year}` : `${first}-${last}/${year}`
}

export type Adoption = { on: string; reference: string }

/** The day and the deed by which an act was adopted. */
export function readAdoption(form: FormData, t: AllYearTexts, today: string): Parsed<Adoption> {
  const names = ['miratuar-day', 'miratuar-month', 'miratuar-year', 'akti']
  const typed = typedOf(form, names)
  const errors: FieldErrors = {}
  const [day = '', month = '', year = ''] = names.map((name) => typed[name] ?? '')
  const on = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  const reference = typed.akti ?? ''
  if (on === null) errors.miratuar = t.office.errors.date
  else if (on > today) errors.miratuar = t.office.errors.dateFuture
  if (lengthOf(reference) < 2 || lengthOf(reference) > YEAR_LIMITS.reference) errors.akti = t.office.errors.reference
  if (on === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { on, reference } }
}
