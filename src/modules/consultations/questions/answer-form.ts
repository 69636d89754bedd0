import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import {
  fieldOf,
  OTHER,
  otherFieldOf,
  placeFieldOf,
  QUESTION_LIMITS,
  type Answer,
  type Question,
} from './question-rules.ts'
import type { QuestionTexts } from './texts.sq.ts'

type ErrorTexts = QuestionTexts['answering']['errors']

/** Each answer that was given, or what to mend; and all fields as they came, to fill the form again. */
export type ReadAnswers = { answers: Answer[]; errors: FieldErrors; typed: Typed }

/**
 * Reads the answers of a form: of the site, or typed in from paper. Compulsory questions hold within a set (those on the
 * whole, or on one article), and only once something of that set is answered: a comment alone asks for no answer.
 */
export function readAnswers(form: FormData, questions: readonly Question[], texts: QuestionTexts): ReadAnswers {
  const t = texts.answering.errors
  const typed = typedAnswers(form, questions)
  const errors: FieldErrors = {}
  const answers: Answer[] = []
  const touched = new Set<string | null>()
  for (const question of questions) {
    const read = readAnswer(question, typed, t)
    if (read === null) continue
    touched.add(question.nodeId)
    if ('field' in read) errors[read.field] = read.error
    else answers.push(read)
  }
  for (const question of questions) {
    const answered = answers.some((answer) => answer.question === question.id)
    if (question.compulsory && touched.has(question.nodeId) && !answered) errors[fieldOf(question)] ??= t.compulsory
  }
  return { answers, errors, typed }
}

/** The fields of answers as they came. */
export function typedAnswers(form: FormData, questions: readonly Question[]): Typed {
  const typed: Typed = {}
  for (const question of questions) {
    const field = fieldOf(question)
    if (question.kind === 'several') typed[field] = form.getAll(field).map(String).join(',')
    else if (question.kind === 'order')
      for (const { n } of question.options)
        typed[placeFieldOf(question, n)] = textField(form, placeFieldOf(question, n))
    else typed[field] = textField(form, field)
    if (question.other) typed[otherFieldOf(question)] = textField(form, otherFieldOf(question))
  }
  return typed
}

type Wrong = { field: string; error: string }

/** Null: left empty. */
function readAnswer(question: Question, typed: Typed, t: ErrorTexts): Answer | Wrong | null {
  switch (question.kind) {
    case 'one':
    case 'several':
      return readChoice(question, typed, t)
    case 'order':
      return readOrder(question, typed, t)
    case 'scale':
      return readScale(question, typed, t)
    case 'text':
      return readWords(question, typed, t)
  }
}

const blank = ({ id, kind }: Question): Answer => ({
  question: id,
  kind,
  chosen: null,
  other: null,
  scale: null,
  words: null,
})

function readChoice(question: Question, typed: Typed, t: ErrorTexts): Answer | Wrong | null {
  const field = fieldOf(question)
  const other = typed[otherFieldOf(question)] ?? ''
  const chosen = [...new Set((typed[field] ?? '').split(',').filter((value) => value !== ''))]
  const numbers = chosen.map(Number)
  const offered = [...question.options.map(({ n }) => n), ...(question.other ? [OTHER] : [])]
  if (numbers.some((n) => !offered.includes(n))) return { field, error: t.unknown }
  if (other !== '' && !numbers.includes(OTHER)) {
    // Whoever wrote which other it is has chosen it; beside another single choice it cannot be told which is meant.
    if (question.kind === 'one' && numbers.length > 0) return { field, error: t.otherUnchosen }
    numbers.push(OTHER)
  }
  if (numbers.length === 0) return null
  return (
    wrongChoice(question, numbers, other, t) ?? {
      ...blank(question),
      chosen: numbers,
      other: numbers.includes(OTHER) ? other : null,
    }
  )
}

function wrongChoice(question: Question, numbers: readonly number[], other: string, t: ErrorTexts): Wrong | null {
  const field = fieldOf(question)
  const { least, most, kind } = question
  if (kind === 'one' && numbers.length > 1) return { field, error: t.tooMany(1) }
  if (least !== null && numbers.length < least) return { field, error: t.tooFew(least) }
  if (most !== null && numbers.length > most) return { field, error: t.tooMany(most) }
  if (!numbers.includes(OTHER)) return null
  if (other === '') return { field: otherFieldOf(question), error: t.other }
  const tooLong = lengthOf(other) > QUESTION_LIMITS.other
  return tooLong ? { field: otherFieldOf(question), error: t.otherLong(QUESTION_LIMITS.other) } : null
}

function readOrder(question: Question, typed: Typed, t: ErrorTexts): Answer | Wrong | null {
  const placed = question.options.map(({ n }) => ({ n, typed: typed[placeFieldOf(question, n)] ?? '' }))
  if (placed.every((one) => one.typed === '')) return null
  const places = placed.map((one) => (/^\d{1,2}$/.test(one.typed) ? Number(one.typed) : 0))
  const count = placed.length
  const whole = new Set(places).size === count && places.every((place) => place >= 1 && place <= count)
  if (!whole) return { field: fieldOf(question), error: t.order(count) }
  const chosen = placed.toSorted((a, b) => Number(a.typed) - Number(b.typed)).map(({ n }) => n)
  return { ...blank(question), chosen }
}

function readScale(question: Question, typed: Typed, t: ErrorTexts): Answer | Wrong | null {
  const field = fieldOf(question)
  const value = typed[field] ?? ''
  if (value === '') return null
  const scale = /^\d{1,2}$/.test(value) ? Number(value) : 0
  if (scale < 1 || scale > (question.scaleTo ?? 0)) return { field, error: t.unknown }
  return { ...blank(question), scale }
}

function readWords(question: Question, typed: Typed, t: ErrorTexts): Answer | Wrong | null {
  const field = fieldOf(question)
  const words = typed[field] ?? ''
  if (words === '') return null
  const over = lengthOf(words) - QUESTION_LIMITS.words
  return over > 0 ? { field, error: t.long(QUESTION_LIMITS.words, over) } : { ...blank(question), words }
}

/** The fields of a form that shows answers that were given before. */
export function typedOfAnswers(questions: readonly Question[], answers: readonly Answer[]): Typed {
  const typed: Typed = {}
  for (const question of questions) {
    const answer = answers.find((one) => one.question === question.id)
    if (!answer) continue
    if (question.kind === 'order')
      for (const [at, n] of (answer.chosen ?? []).entries()) typed[placeFieldOf(question, n)] = String(at + 1)
    else typed[fieldOf(question)] = answer.words ?? answer.scale?.toString() ?? (answer.chosen ?? []).join(',')
    if (answer.other !== null) typed[otherFieldOf(question)] = answer.other
  }
  return typed
}
