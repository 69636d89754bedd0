import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { dayFields, dayIn } from '../announcing/day-field-rules.ts'
import { readRelationKind, RELATION_LIMITS as LIMITS, type RelationForm } from './relation-rules.ts'
import type { StatePlan } from './state-rules.ts'
import type { RelationTexts } from './texts.sq.ts'

const RELATION_FIELDS = [
  'dergesa',
  'versioni',
  'lloji',
  'tjetri',
  'fjale',
  'me-nenin',
  'nenet',
  'arsyeja',
  'lidhja',
  'kerkimi',
  ...dayFields('dita'),
]

/** What the form had; of an act that is not kept here `tjetri` is empty or says so. */
export const typedRelation = (form: FormData): Typed =>
  typedOf(
    form,
    RELATION_FIELDS.filter((name) => form.has(name)),
  )

export function readRelation(typed: Typed, texts: RelationTexts['errors']): Parsed<RelationForm> {
  const errors: FieldErrors = {}
  const kind = readRelationKind(typed.lloji ?? '')
  if (!kind) errors.lloji = texts.kind
  const other = typed.tjetri ?? ''
  const otherId = isUuid(other) ? other : null
  const words = typed.fjale ?? ''
  if (otherId === null && words !== '' && (lengthOf(words) < 2 || lengthOf(words) > LIMITS.words))
    errors.fjale = texts.words
  for (const name of ['me-nenin', 'nenet'])
    if (lengthOf(typed[name] ?? '') > LIMITS.articles) errors[name] = texts.articles
  const day = dayIn(typed, 'dita')
  if (day === undefined) errors.dita = texts.day
  if (!kind || day === undefined || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const [byArticles, ofArticles] = [typed['me-nenin'] || null, typed.nenet || null]
  return { ok: true, value: { kind, otherId, otherWords: words || null, byArticles, ofArticles, effectiveOn: day } }
}

/** Null is an answer: whether a reason is needed, the deed decides. */
export function readDropReason(typed: Typed, texts: RelationTexts['errors']): Parsed<{ reason: string | null }> {
  const words = typed.arsyeja ?? ''
  const wrong = words !== '' && (lengthOf(words) < 5 || lengthOf(words) > LIMITS.reason)
  return wrong
    ? { ok: false, errors: { arsyeja: texts.reason }, typed }
    : { ok: true, value: { reason: words || null } }
}

const PLAN_FIELDS = ['pse', 'shenim', ...dayFields('vlen')]

export const typedPlan = (form: FormData): Typed => ({
  ...typedOf(form, PLAN_FIELDS),
  ndryshimet: form
    .getAll('ndryshimet')
    .filter((one): one is string => typeof one === 'string' && isUuid(one))
    .join(' '),
})

export type TypedPlan = Omit<StatePlan, 'holdsFrom'> & { holdsFrom: string | null }

/** Without a day it holds from that of the changes, which the view knows. */
export function readPlan(typed: Typed, texts: RelationTexts['states']['errors']): Parsed<TypedPlan> {
  const errors: FieldErrors = {}
  const purpose = (['consolidated', 'correction'] as const).find((one) => one === typed.pse)
  if (!purpose) errors.pse = texts.purpose
  const note = typed.shenim || null
  if (note !== null && (lengthOf(note) < 3 || lengthOf(note) > 1000)) errors.shenim = texts.note
  const holdsFrom = dayIn(typed, 'vlen')
  if (holdsFrom === undefined) errors.vlen = texts.day
  if (!purpose || holdsFrom === undefined || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const chosen = (typed.ndryshimet ?? '').split(' ').filter((one) => one !== '')
  return { ok: true, value: { purpose, note, holdsFrom, relationIds: purpose === 'correction' ? [] : chosen } }
}
