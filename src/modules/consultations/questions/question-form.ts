import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import {
  QUESTION_KINDS,
  QUESTION_LIMITS as most,
  SCALES,
  type Question,
  type QuestionOption,
} from './question-rules.ts'
import type { QuestionTexts } from './texts.sq.ts'
import type { QuestionForm } from './write-question.ts'

export const QUESTION_FIELDS = [
  'dergesa',
  'versioni',
  'lloji',
  'neni',
  'pyetja',
  'pyetja-en',
  'shpjegimi',
  'shpjegimi-en',
  'alternativat',
  'alternativat-en',
  'tjeter',
  'paku',
  'shumti',
  'shkalla',
  'fillimi',
  'fillimi-en',
  'fundi',
  'fundi-en',
  'detyruar',
  'arsyeja',
] as const

/** What the form is read against: the articles of the text; of a correction the question as it is public. */
export type AskedOf = { articles: readonly string[]; isPublic: boolean; published: Question | null }

/** One question as the office writes it. */
export function readQuestionForm(form: FormData, texts: QuestionTexts, of: AskedOf): Parsed<QuestionForm> {
  const t = texts.office.errors
  const typed = typedOf(form, QUESTION_FIELDS)
  const kind = of.published?.kind ?? QUESTION_KINDS.find((one) => one === typed.lloji)
  if (!kind) return { ok: false, errors: { lloji: t.kind }, typed }
  const options = kind === 'one' || kind === 'several' || kind === 'order' ? optionsOf(typed) : []
  const errors: FieldErrors = {
    ...wordErrors(typed, t),
    ...(kind === 'scale' ? scaleErrors(typed, t, of) : {}),
    ...(kind === 'scale' || kind === 'text' ? {} : optionErrors(typed, options, t, of)),
    ...(kind === 'several' && !of.published ? countErrors(typed, options.length, t) : {}),
    ...aboutErrors(typed, t, of),
    ...(of.isPublic && !within(typed.arsyeja, 5, most.reason) ? { arsyeja: t.reason } : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return {
    ok: true,
    value: { ...wordsOf(typed, kind), ...countsOf(typed, kind), kind, options, reason: typed.arsyeja ?? '' },
  }
}

type ErrorTexts = QuestionTexts['office']['errors']

const within = (words = '', least: number, longest: number): boolean =>
  lengthOf(words) >= least && lengthOf(words) <= longest

function wordErrors(typed: Typed, t: ErrorTexts): FieldErrors {
  const errors: FieldErrors = {}
  if (!within(typed.pyetja, 5, most.label)) errors.pyetja = t.label
  if (!within(typed['pyetja-en'], 0, most.label)) errors['pyetja-en'] = t.labelEn
  if (!within(typed.shpjegimi, 0, most.hint)) errors.shpjegimi = t.hint
  if (!within(typed['shpjegimi-en'], 0, most.hint)) errors['shpjegimi-en'] = t.hint
  return errors
}

const lines = (words = ''): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function optionsOf(typed: Typed): QuestionOption[] {
  const english = lines(typed['alternativat-en'])
  return lines(typed.alternativat).map((words, at) => ({ n: at + 1, words, wordsEn: english[at] ?? null }))
}

function optionErrors(typed: Typed, options: readonly QuestionOption[], t: ErrorTexts, of: AskedOf): FieldErrors {
  const errors: FieldErrors = {}
  const words = options.map((option) => option.words)
  const english = lines(typed['alternativat-en'])
  if (words.length < 2 || words.length > most.options || !words.every((one) => within(one, 1, most.option)))
    errors.alternativat = t.options
  else if (new Set(words).size < words.length) errors.alternativat = t.optionsSame
  const published = of.published?.options.length
  if (published !== undefined && words.length !== published) errors.alternativat = t.optionsCount(published)
  if ((english.length > 0 && english.length !== words.length) || !english.every((one) => within(one, 1, most.option)))
    errors['alternativat-en'] = t.optionsEn
  return errors
}

const number = (words = ''): number => (/^\d{1,2}$/.test(words) ? Number(words) : 0)

function countErrors(typed: Typed, options: number, t: ErrorTexts): FieldErrors {
  const offered = options + (typed.tjeter === 'po' ? 1 : 0)
  const least = number(typed.paku)
  const highest = typed.shumti ? number(typed.shumti) : offered
  return {
    ...(least < 1 || least > offered ? { paku: t.least } : {}),
    ...(highest < Math.max(1, least) || highest > offered ? { shumti: t.most } : {}),
  }
}

function scaleErrors(typed: Typed, t: ErrorTexts, of: AskedOf): FieldErrors {
  const errors: FieldErrors = {}
  if (!of.published && !SCALES.some((to) => String(to) === typed.shkalla)) errors.shkalla = t.scale
  if (!within(typed.fillimi, 1, most.end)) errors.fillimi = t.end
  if (!within(typed.fundi, 1, most.end)) errors.fundi = t.end
  if (!within(typed['fillimi-en'], 0, most.end)) errors['fillimi-en'] = t.endEn
  if (!within(typed['fundi-en'], 0, most.end)) errors['fundi-en'] = t.endEn
  return errors
}

function aboutErrors({ neni = '' }: Typed, t: ErrorTexts, of: AskedOf): FieldErrors {
  if (of.published || neni === '') return {}
  return isUuid(neni) && of.articles.includes(neni) ? {} : { neni: t.about }
}

function wordsOf(typed: Typed, kind: QuestionForm['kind']) {
  const scale = (name: string) => (kind === 'scale' ? typed[name] || null : null)
  return {
    nodeId: typed.neni || null,
    compulsory: typed.detyruar === 'po',
    label: typed.pyetja ?? '',
    labelEn: typed['pyetja-en'] || null,
    hint: typed.shpjegimi || null,
    hintEn: typed['shpjegimi-en'] || null,
    low: scale('fillimi'),
    lowEn: scale('fillimi-en'),
    high: scale('fundi'),
    highEn: scale('fundi-en'),
  }
}

function countsOf(typed: Typed, kind: QuestionForm['kind']) {
  const several = kind === 'several'
  return {
    other: (several || kind === 'one') && typed.tjeter === 'po',
    least: several ? number(typed.paku) : null,
    most: several && typed.shumti ? number(typed.shumti) : null,
    scaleTo: kind === 'scale' ? number(typed.shkalla) : null,
  }
}

/** The form filled with a question as it stands. */
export function typedOfQuestion(question: Question): Typed {
  const { options } = question
  const typed: Typed = {
    versioni: String(question.version),
    lloji: question.kind,
    neni: question.nodeId ?? '',
    pyetja: question.label,
    'pyetja-en': question.labelEn ?? '',
    shpjegimi: question.hint ?? '',
    'shpjegimi-en': question.hintEn ?? '',
    alternativat: options.map(({ words }) => words).join('\n'),
    'alternativat-en': options.every(({ wordsEn }) => wordsEn) ? options.map((one) => one.wordsEn).join('\n') : '',
    tjeter: question.other ? 'po' : '',
    paku: question.least?.toString() ?? '',
    shumti: question.most?.toString() ?? '',
    shkalla: question.scaleTo?.toString() ?? '',
    fillimi: question.low ?? '',
    'fillimi-en': question.lowEn ?? '',
    fundi: question.high ?? '',
    'fundi-en': question.highEn ?? '',
    detyruar: question.compulsory ? 'po' : '',
    arsyeja: '',
  }
  return typed
}
