import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readAnswers } from '../questions/answer-form.ts'
import type { Answer, Question } from '../questions/question-rules.ts'
import { isSameWording } from '../questions/wording-rules.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import { COMMENT_LIMITS, SENDER_KINDS, type Anchor, type CommentDraft, type SenderKind } from './comment-rules.ts'

export const COMMENT_FIELDS = [
  'dergesa',
  'neni',
  'fragmenti',
  'para',
  'pas',
  'komenti',
  'formulimi',
  'baza',
  'ne-emer',
  'emri',
  'organizata',
  'lloji-organizates',
  'adresa',
  'emri-publik',
] as const

/**
 * Reads the form of a comment. `signedInAs`: the address is known already and is not asked for.
 * The field names are Albanian, as the page is: they stand in addresses and in the browser's own messages.
 */
export function readCommentForm(
  form: FormData,
  texts: ConsultationTexts,
  signedInAs: string | null,
  questions: readonly Question[] = [],
): Parsed<CommentDraft> & { typed: Typed } {
  const read = readAnswers(form, questions, texts.questions)
  const typed = { ...typedOf(form, COMMENT_FIELDS), ...read.typed }
  const suggestion = suggestionIn(typed)
  const errors = {
    ...bodyErrors(typed, texts, { suggestion, answered: isAnswered(read), asked: questions.length > 0 }),
    ...suggestionErrors(suggestion, texts),
    ...read.errors,
    ...authorErrors(typed, texts),
    ...addressErrors(typed, texts, signedInAs),
  }
  const submissionId = typed.dergesa ?? ''
  if (!isUuid(submissionId)) errors.komenti ??= texts.form.errors.form
  const anchor = anchorOf(typed)
  if (!anchor) errors.komenti ??= texts.form.refusals['no-such-article']
  if (Object.keys(errors).length > 0 || !anchor) return { ok: false, errors, typed }
  const organisation = typed['ne-emer'] === 'organizate'
  return {
    ok: true,
    typed,
    value: {
      submissionId,
      body: says(typed.komenti) ? (typed.komenti ?? '') : '',
      email: signedInAs ?? readEmail(typed.adresa ?? '') ?? '',
      onBehalf: organisation ? 'organisation' : 'person',
      authorName: typed.emri || null,
      organisation: organisation ? (typed.organizata ?? '') : null,
      namePublic: typed['emri-publik'] === 'po',
      anchor,
      suggestion,
      answers: read.answers,
      senderKind: organisation ? senderKindOf(typed) : null,
    },
  }
}

const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u
/** Letters to Unicode, nothing to the eye: Hangul fillers and the empty Braille cell. */
const BLANK_LETTERS = /[\u115f\u1160\u3164\uffa0\u2800]/gu

const says = (words = ''): boolean => SAYS_SOMETHING.test(words.replace(BLANK_LETTERS, ''))

type Said = { suggestion: string | null; answered: boolean; asked: boolean }

/** An answer that has to be mended is an answer: nobody is asked for words because of it. */
const isAnswered = ({ answers, errors }: { answers: readonly Answer[]; errors: FieldErrors }): boolean =>
  answers.length > 0 || Object.keys(errors).length > 0

/** Words may be missing where something else is said. */
function bodyErrors(typed: Typed, texts: ConsultationTexts, said: Said): FieldErrors {
  const { komenti = '', neni = '' } = typed
  const { form: t, questions } = texts
  if (!says(komenti)) {
    if (said.answered || said.suggestion !== null) return {}
    const { nothing, nothingArticle } = questions.answering.errors
    return { komenti: said.asked ? nothing : neni === '' ? t.errors.body : nothingArticle }
  }
  const over = lengthOf(komenti) - COMMENT_LIMITS.body
  return over > 0 ? { komenti: t.errors.bodyLong(COMMENT_LIMITS.body, over) } : {}
}

function authorErrors(typed: Typed, { form: t }: ConsultationTexts): FieldErrors {
  const errors: FieldErrors = {}
  const name = typed.emri ?? ''
  const organisation = typed.organizata ?? ''
  if (!['vete', 'organizate'].includes(typed['ne-emer'] ?? '')) errors['ne-emer'] = t.errors.onBehalf
  if (
    typed['ne-emer'] === 'organizate' &&
    (lengthOf(organisation) < 2 || lengthOf(organisation) > COMMENT_LIMITS.organisation)
  ) {
    errors.organizata = t.errors.organisation
  }
  if (lengthOf(name) > COMMENT_LIMITS.name) errors.emri = t.errors.nameLong(COMMENT_LIMITS.name)
  if (lengthOf(name) === 1) errors.emri = t.errors.name
  if (!['po', 'jo'].includes(typed['emri-publik'] ?? '')) errors['emri-publik'] = t.errors.publishName
  else if (typed['emri-publik'] === 'po' && name === '') errors.emri = t.errors.name
  return errors
}

function addressErrors({ adresa = '' }: Typed, { form: t }: ConsultationTexts, signedInAs: string | null): FieldErrors {
  return signedInAs !== null || readEmail(adresa) !== null ? {} : { adresa: t.errors.email }
}

/** Null when the article is not an id at all: a hand-made address. */
function anchorOf({ neni = '', fragmenti = '', para = '', pas = '' }: Typed): Anchor | null {
  if (neni === '') return { about: 'whole' }
  if (!isUuid(neni)) return null
  if (fragmenti === '') return { about: 'article', nodeId: neni }
  if (lengthOf(fragmenti) > COMMENT_LIMITS.quote) return { about: 'article', nodeId: neni }
  return { about: 'passage', nodeId: neni, quote: fragmenti, prefix: para.slice(-64), suffix: pas.slice(0, 64) }
}

/** What was changed of the words that stood in the field; null: nothing. */
function suggestionIn({ formulimi = '', baza = '', fragmenti = '' }: Typed): string | null {
  const before = baza || fragmenti
  return says(formulimi) && !isSameWording(formulimi, before) ? formulimi : null
}

function suggestionErrors(suggestion: string | null, { questions }: ConsultationTexts): FieldErrors {
  const over = lengthOf(suggestion ?? '') - COMMENT_LIMITS.suggestion
  return over > 0 ? { formulimi: questions.suggestion.tooLong(COMMENT_LIMITS.suggestion, over) } : {}
}

/** Of an organisation, where it said so. */
const senderKindOf = (typed: Typed): SenderKind | null =>
  SENDER_KINDS.find((kind) => kind !== 'citizen' && kind === typed['lloji-organizates']) ?? null

export type Correction = {
  body: string
  /** Undefined: there was no field for it, and it stays as it was. */
  suggestion: string | null | undefined
  answers: Answer[]
  fromVersion: number
}

const CORRECTION_FIELDS = ['komenti', 'formulimi', 'baza', 'versioni'] as const

/** A correction, with the version it was typed over. */
export function readCorrectionForm(
  form: FormData,
  texts: ConsultationTexts,
  questions: readonly Question[] = [],
  kept: { suggestion: string | null } = { suggestion: null },
): Parsed<Correction> & { typed: Typed } {
  const read = readAnswers(form, questions, texts.questions)
  const typed = { ...typedOf(form, CORRECTION_FIELDS), ...read.typed }
  const suggestion = form.has('formulimi') ? suggestionIn(typed) : undefined
  const said = { suggestion: suggestion === undefined ? kept.suggestion : suggestion, answered: isAnswered(read) }
  const errors = {
    ...bodyErrors(typed, texts, { ...said, asked: questions.length > 0 }),
    ...suggestionErrors(suggestion ?? null, texts),
    ...read.errors,
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const body = says(typed.komenti) ? (typed.komenti ?? '') : ''
  return {
    ok: true,
    typed,
    value: { body, suggestion, answers: read.answers, fromVersion: Number(typed.versioni) || 0 },
  }
}
