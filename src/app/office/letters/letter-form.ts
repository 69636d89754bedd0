import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import type { LetterFields, OfficialLetter } from '#platform/letters/official-letter-queries.ts'
import { LETTER_KINDS, LETTER_LANGS, LETTER_LIMITS } from '#platform/letters/official-letter-rules.ts'
import { problemsIn } from '#platform/letters/template-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import type { LetterTexts } from './texts.sq.ts'

const FIELDS = [
  'institucioni',
  'modeli',
  'lloji',
  'shto',
  'adresuesi',
  'adresa',
  'posta',
  'gjuha',
  'lenda',
  'teksti',
  'ankimi',
  'lenda-tjeter',
  'teksti-tjeter',
  'ankimi-tjeter',
  'afati-day',
  'afati-month',
  'afati-year',
  'baza',
  'nenshkruesi',
  'posti',
  'bashkelidhjet',
  'protokolli',
  'protokolluar-day',
  'protokolluar-month',
  'protokolluar-year',
  'korrigjon',
  'revisioni',
  'dergesa',
] as const

/** What was typed, understood as far as it can be without asking the database. */
export type ReadLetter = {
  typed: Typed
  /** References that were marked. */
  subjects: string[]
  errors: FieldErrors
  fields: LetterFields
  revision: number
  corrects: { number: number; year: number } | null
}

export function readLetterForm(form: FormData, t: LetterTexts): ReadLetter {
  const typed = typedOf(form, FIELDS)
  const errors: FieldErrors = {}
  const fields: LetterFields = {
    ...readAddressee(typed, errors, t),
    ...readWords(typed, errors, t),
    ...readDeadline(typed, errors, t),
    ...readRest(typed, errors, t),
  }
  const corrects = /^(\d{1,7})\s*\/\s*(\d{4})$/.exec(typed.korrigjon ?? '')
  if (typed.korrigjon && !corrects) errors.korrigjon = t.errors.corrects
  return {
    typed,
    errors,
    fields,
    subjects: readSubjects(form),
    revision: Number(typed.revisioni) || 0,
    corrects: corrects ? { number: Number(corrects[1]), year: Number(corrects[2]) } : null,
  }
}

export const readSubjects = (form: FormData): string[] =>
  [...new Set(form.getAll('subjekti').filter((one): one is string => typeof one === 'string' && one !== ''))].slice(
    0,
    LETTER_LIMITS.subjects,
  )

type Read<Part extends keyof LetterFields> = (
  typed: Typed,
  errors: FieldErrors,
  t: LetterTexts,
) => Pick<LetterFields, Part>

/** Words of at most so many characters. */
function words(typed: Typed, errors: FieldErrors, name: string, most: number, error: string, least = 0): string {
  const typedWords = typed[name] ?? ''
  const length = lengthOf(typedWords)
  if (length < least || length > most) errors[name] = error
  return typedWords
}

const readAddressee: Read<'kind' | 'addresseeName' | 'addresseePostal' | 'addresseeEmail'> = (typed, errors, t) => {
  const kind = LETTER_KINDS.find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.errors.kind
  const addresseeName = words(typed, errors, 'adresuesi', LETTER_LIMITS.addressee, t.errors.addressee, 1)
  const email = typed.posta ? readEmail(typed.posta) : null
  if (typed.posta && !email) errors.posta = t.errors.email
  return {
    kind: kind ?? 'general',
    addresseeName,
    addresseePostal: words(typed, errors, 'adresa', LETTER_LIMITS.postal, t.errors.postal) || null,
    addresseeEmail: email,
  }
}

type WordFields =
  'lang' | 'subjectLine' | 'body' | 'remedy' | 'otherLang' | 'otherSubjectLine' | 'otherBody' | 'otherRemedy'

const readWords: Read<WordFields> = (typed, errors, t) => {
  const otherLang = LETTER_LANGS.find((lang) => lang === typed.gjuha && lang !== 'sq') ?? null
  if (typed.gjuha && !otherLang) errors.gjuha = t.errors.otherLang
  const first = readLanguage(typed, errors, t, '')
  const second = otherLang ? readLanguage(typed, errors, t, '-tjeter') : null
  return {
    lang: 'sq',
    ...first,
    otherLang,
    otherSubjectLine: second?.subjectLine ?? null,
    otherBody: second?.body ?? null,
    otherRemedy: second?.remedy ?? null,
  }
}

function readLanguage(typed: Typed, errors: FieldErrors, t: LetterTexts, end: '' | '-tjeter') {
  const missing = end ? t.errors.otherWords : null
  const read = {
    subjectLine: words(typed, errors, `lenda${end}`, LETTER_LIMITS.subjectLine, missing ?? t.errors.subjectLine, 1),
    body: words(typed, errors, `teksti${end}`, LETTER_LIMITS.body, missing ?? t.errors.body, 1),
    remedy: words(typed, errors, `ankimi${end}`, LETTER_LIMITS.remedy, t.errors.remedy),
  }
  for (const [name, value] of [
    ['lenda', read.subjectLine],
    ['teksti', read.body],
    ['ankimi', read.remedy],
  ] as const) {
    const problem = problemsIn(value)[0]
    if (problem) errors[`${name}${end}`] ??= t.problems[problem.kind](problem.name)
  }
  return read
}

const readDeadline: Read<'deadlineOn' | 'deadlineBasis'> = (typed, errors, t) => {
  const { day, understood } = readDay(typed, 'afati')
  if (!understood) errors.afati = t.errors.date
  const basis = typed.baza ?? ''
  if (day && (lengthOf(basis) < 2 || lengthOf(basis) > LETTER_LIMITS.basis)) errors.baza = t.errors.basis
  if (!day && understood && basis) errors.afati = t.errors.basisAlone
  return { deadlineOn: day, deadlineBasis: day ? basis : null }
}

type RestFields = 'signatoryName' | 'signatoryPost' | 'enclosures' | 'protocolNumber' | 'protocolDate'

const readRest: Read<RestFields> = (typed, errors, t) => ({
  signatoryName: words(typed, errors, 'nenshkruesi', LETTER_LIMITS.signatory, t.errors.signatory),
  signatoryPost: words(typed, errors, 'posti', LETTER_LIMITS.post, t.errors.post),
  enclosures: words(typed, errors, 'bashkelidhjet', LETTER_LIMITS.enclosures, t.errors.enclosures),
  ...readProtocol(typed, errors, t),
})

function readProtocol(typed: Typed, errors: FieldErrors, t: LetterTexts) {
  const number = words(typed, errors, 'protokolli', LETTER_LIMITS.protocol, t.errors.protocol)
  const { day, understood } = readDay(typed, 'protokolluar')
  if (!understood) errors.protokolluar = t.errors.date
  else if ((number === '') !== (day === null)) errors[number === '' ? 'protokolli' : 'protokolluar'] = t.errors.protocol
  return { protocolNumber: number || null, protocolDate: number ? day : null }
}

/** Of an issued letter: both, or nothing is entered. */
export function readProtocolForm(form: FormData, t: LetterTexts) {
  const typed = typedOf(form, ['protokolli', 'protokolluar-day', 'protokolluar-month', 'protokolluar-year'])
  const errors: FieldErrors = {}
  const { protocolNumber, protocolDate } = readProtocol(typed, errors, t)
  if (!protocolNumber) errors.protokolli ??= t.errors.protocol
  const value = protocolNumber && protocolDate ? { number: protocolNumber, date: protocolDate } : null
  return { typed, errors, value: Object.keys(errors).length === 0 ? value : null }
}

/** Three inputs, as people say a date. No day when all are empty. */
function readDay(typed: Typed, name: string): { day: string | null; understood: boolean } {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed[`${name}-${part}`] ?? '')
  if (day === '' && month === '' && year === '') return { day: null, understood: true }
  const date = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return { day: date, understood: date !== null }
}

/** What the inputs show for a letter as it stands. */
export function typedOfLetter(letter: OfficialLetter, corrects: string): Typed {
  return {
    institucioni: letter.institutionId,
    lloji: letter.kind,
    adresuesi: letter.addresseeName,
    adresa: letter.addresseePostal ?? '',
    posta: letter.addresseeEmail ?? '',
    gjuha: letter.otherLang ?? '',
    lenda: letter.subjectLine,
    teksti: letter.body,
    ankimi: letter.remedy,
    'lenda-tjeter': letter.otherSubjectLine ?? '',
    'teksti-tjeter': letter.otherBody ?? '',
    'ankimi-tjeter': letter.otherRemedy ?? '',
    ...dayInputs('afati', letter.deadlineOn),
    baza: letter.deadlineBasis ?? '',
    nenshkruesi: letter.signatoryName,
    posti: letter.signatoryPost,
    bashkelidhjet: letter.enclosures,
    protokolli: letter.protocolNumber ?? '',
    ...dayInputs('protokolluar', letter.protocolDate),
    korrigjon: corrects,
    revisioni: String(letter.revision),
  }
}

function dayInputs(name: string, date: string | null): Typed {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  const number = (part: string) => (part === '' ? '' : String(Number(part)))
  return { [`${name}-day`]: number(day), [`${name}-month`]: number(month), [`${name}-year`]: number(year) }
}

/** The number of the form itself, by which one that arrives twice is known. */
export function readSubmission(form: FormData): string | null {
  const id = textField(form, 'dergesa')
  return isUuid(id) ? id : null
}
