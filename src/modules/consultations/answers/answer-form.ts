import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import {
  ANSWER_LIMITS,
  DECISIONS,
  LEAST_CORRECTION,
  NOT_CONSIDERED_GROUNDS,
  type WordsRefusal,
} from './answer-rules.ts'
import type { AnswerWords } from './answer-write-queries.ts'

type Texts = ConsultationTexts['answers']['office']

export const ANSWER_FIELDS = [
  'dergesa',
  'versioni',
  'vendimi',
  'shkaku',
  'arsyetimi',
  'biblioteka',
  'arsyeja-id',
  'korrigjimi',
  'filtri',
  'te-gjitha',
  'grupi',
  'pare',
] as const

/** What the button that was pressed is to do. */
export type Pressed = 'ruaj' | 'propozo' | 'vendos'

export type AnswerFormRead =
  | {
      ok: true
      words: AnswerWords
      correction: string | null
      revision: number
      form: string
      reasonId: string | null
      propose: boolean
    }
  | { ok: false; errors: FieldErrors }

export const pressedIn = (form: FormData): Pressed =>
  (['propozo', 'vendos'] as const).find((one) => one === textField(form, 'veprimi')) ?? 'ruaj'

/** The words of an answer. A draft may want much; what is proposed may not. */
export function readAnswerForm(form: FormData, t: Texts, { published = false } = {}): AnswerFormRead {
  const propose = pressedIn(form) === 'propozo'
  const decision = DECISIONS.find((one) => one === textField(form, 'vendimi')) ?? null
  const ground = NOT_CONSIDERED_GROUNDS.find((one) => one === textField(form, 'shkaku')) ?? null
  const reason = textField(form, 'arsyetimi')
  const correction = textField(form, 'korrigjimi')
  const id = textField(form, 'dergesa')
  const reasonId = textField(form, 'arsyeja-id')
  const errors: FieldErrors = {}
  if (!isUuid(id)) errors.permbajtja = t.errors.form
  if (lengthOf(reason) > ANSWER_LIMITS.reason) errors.arsyetimi = t.errors.reasonLong
  if (published && (lengthOf(correction) < LEAST_CORRECTION || lengthOf(correction) > ANSWER_LIMITS.correction))
    errors.korrigjimi = t.errors['no-correction']
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    words: { decision, ground: decision === 'not-considered' ? ground : null, reason: reason || null },
    correction: published ? correction : null,
    revision: Number(textField(form, 'versioni')) || 0,
    form: id,
    reasonId: isUuid(reasonId) ? reasonId : null,
    propose,
  }
}

const FIELD_OF: Record<WordsRefusal, string> = {
  'no-decision': 'vendimi',
  'no-ground': 'shkaku',
  'no-reason': 'arsyetimi',
  'no-correction': 'korrigjimi',
}

export const errorsOf = (refusals: readonly WordsRefusal[], t: Texts): FieldErrors =>
  Object.fromEntries(refusals.map((one) => [FIELD_OF[one], t.errors[one]]))

/** Comments that were ticked. */
export const tickedIn = (form: FormData, name = 'k'): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' && isUuid(value) ? [value] : []))
