import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { MOST_PLACES } from '#platform/places/place-rules.ts'
import { MOST_TOPICS } from '#platform/topics/topic-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import { ACT_KINDS, CONSULTATION_LIMITS, PRELIMINARY, type Stage } from '../consultation-rules.ts'
import { BASES, basisOf, ruleOfBasis } from '../closing/closing-rules.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import type { ConsultationFields } from './draft-queries.ts'
import type { DraftForm } from './write-consultation.ts'

export const DRAFT_FIELDS = [
  'institucioni',
  'titulli',
  'titulli-en',
  'permbledhja',
  'permbledhja-en',
  'lloji',
  'baza',
  'mbeshtetja',
  'hapet-day',
  'hapet-month',
  'hapet-year',
  'mbyllet-day',
  'mbyllet-month',
  'mbyllet-year',
  'posta',
  'njoftimi',
  'njoftuar-day',
  'njoftuar-month',
  'njoftuar-year',
  'arsyeja',
  'versioni',
  'dergesa',
  'fushat',
  'vendet',
  'faza',
] as const

/** What was typed; the boxes that were chosen stand in one word each, parted by spaces. */
export const typedDraft = (form: FormData): Typed => ({
  ...typedOf(form, DRAFT_FIELDS),
  fushat: chosenIn(form, 'fushat').join(' '),
  vendet: chosenIn(form, 'vendet').join(' '),
})

const chosenIn = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((one): one is string => typeof one === 'string' && isUuid(one))

const WEB_ADDRESS = /^https?:\/\/[^\s]+\.[^\s]+$/

/**
 * `published`: what is public is corrected. A reason must be given; its basis and its closing day stand, unless somebody
 * sends another one, which is then refused in words.
 */
type Asked = { published: { basisRule: string | null; closesOn: string | null } | null; stage?: Stage }

/** Asked for in the address of a new one, and kept by its form. */
export const stageOfTyped = (typed: Typed): Stage => (typed.faza === PRELIMINARY ? 'preliminary' : 'on-draft')

export function readDraftForm(form: FormData, texts: ConsultationTexts, asked: Asked): Parsed<DraftForm> {
  const t = texts.office.errors
  const typed = typedDraft(form)
  const errors: FieldErrors = {}
  const words = (name: string, least: number, most: number, error: string): string => {
    const length = lengthOf(typed[name] ?? '')
    if (length < least || length > most) errors[name] = error
    return typed[name] ?? ''
  }
  const date = (name: string): string | null => {
    const { day, understood } = readDay(typed, name)
    if (!understood) errors[name] = t.date
    return day
  }
  const actKind = ACT_KINDS.find((kind) => kind === typed.lloji)
  const contactEmail = readEmail(typed.posta ?? '')
  const fixed = asked.published
  const value = {
    institutionId: words('institucioni', 1, 60, t.institution),
    title: words('titulli', 5, CONSULTATION_LIMITS.title, t.title),
    titleEn: words('titulli-en', 0, CONSULTATION_LIMITS.title, t.englishTitle),
    summary: words('permbledhja', 20, CONSULTATION_LIMITS.summary, t.summary),
    summaryEn: words('permbledhja-en', 0, CONSULTATION_LIMITS.summary, t.englishSummary),
    legalBasis: words('baza', 5, CONSULTATION_LIMITS.legalBasis, t.legalBasis),
    basisRule: fixed ? fixed.basisRule : readBasis(typed, errors, texts, asked.stage),
    opensOn: date('hapet'),
    closesOn: fixed && !form.has('mbyllet-day') ? fixed.closesOn : date('mbyllet'),
    officialPostedOn: date('njoftuar'),
    officialPostingUrl: typed.njoftimi || null,
    reason: asked.published ? words('arsyeja', 5, CONSULTATION_LIMITS.reason, t.reason) : '',
    fromVersion: Number(typed.versioni) || 1,
    ...readAbout(form, errors, t),
  }
  if (!actKind) errors.lloji = t.actKind
  if (!contactEmail) errors.posta = t.email
  if (value.officialPostingUrl && !WEB_ADDRESS.test(value.officialPostingUrl)) errors.njoftimi = t.url
  if (value.opensOn && value.closesOn && value.closesOn < value.opensOn) errors.mbyllet = t.order
  if (Object.keys(errors).length > 0 || !actKind || !contactEmail) return { ok: false, errors, typed }
  return { ok: true, value: { ...value, actKind, contactEmail } }
}

/** The rule that stands behind the choice. */
function readBasis(typed: Typed, errors: FieldErrors, texts: ConsultationTexts, stage?: Stage): string | null {
  const basis = BASES.find((one) => one === typed.mbeshtetja)
  if (!basis) errors.mbeshtetja = texts.closing.basisMissing
  return ruleOfBasis(basis ?? 'other', stage)
}

/** What it is about, and where. */
function readAbout(form: FormData, errors: FieldErrors, t: ConsultationTexts['office']['errors']) {
  const [topicIds, placeIds] = [chosenIn(form, 'fushat'), chosenIn(form, 'vendet')]
  if (topicIds.length > MOST_TOPICS) errors.fushat = t.topics(MOST_TOPICS)
  if (placeIds.length > MOST_PLACES) errors.vendet = t.places(MOST_PLACES)
  return { topicIds, placeIds }
}

/** Three inputs, as people say a date. No day when all are empty. */
export function readDay(typed: Typed, name: string): { day: string | null; understood: boolean } {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed[`${name}-${part}`] ?? '')
  if (day === '' && month === '' && year === '') return { day: null, understood: true }
  const date = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return { day: date, understood: date !== null }
}

/** What the inputs show for a consultation as it stands. */
export function typedOfConsultation(
  c: ConsultationFields & {
    institutionId: string
    titleEn: string | null
    summaryEn: string | null
    version: number
    state: string
    closesOn: string | null
    closesChosenOn: string | null
    stage?: Stage
  },
  about: { topicIds: readonly string[]; placeIds: readonly string[] } = { topicIds: [], placeIds: [] },
): Typed {
  return {
    institucioni: c.institutionId,
    titulli: c.title,
    'titulli-en': c.titleEn ?? '',
    permbledhja: c.summary,
    'permbledhja-en': c.summaryEn ?? '',
    lloji: c.actKind,
    baza: c.legalBasis,
    mbeshtetja: basisOf(c),
    ...dayInputs('hapet', c.opensOn),
    ...dayInputs('mbyllet', c.state === 'draft' ? c.closesChosenOn : c.closesOn),
    ...dayInputs('njoftuar', c.officialPostedOn),
    posta: c.contactEmail,
    njoftimi: c.officialPostingUrl ?? '',
    versioni: String(c.version),
    ...(c.stage === 'preliminary' ? { faza: PRELIMINARY } : {}),
    fushat: about.topicIds.join(' '),
    vendet: about.placeIds.join(' '),
  }
}

export function dayInputs(name: string, date: string | null): Record<string, string> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  const number = (words: string) => (words === '' ? '' : String(Number(words)))
  return { [`${name}-day`]: number(day), [`${name}-month`]: number(month), [`${name}-year`]: number(year) }
}
