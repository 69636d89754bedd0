import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import { LIMITS } from './making-rules.ts'
import type { NewAmendment } from './making-queries.ts'
import type { Settlement } from './settle-amendment.ts'
import type { MakingTexts } from './texts.sq.ts'

/** What became of one amendment. `places`: those that there are to be ticked. */
export function readSettlement(
  form: FormData,
  { texts, places, id }: { texts: MakingTexts; places: readonly string[]; id: string },
): Parsed<Settlement> {
  const names = { state: `si-${id}`, note: `shenimi-${id}`, places: `vendet-${id}` }
  const typed = {
    ...typedOf(form, [names.state, names.note]),
    [names.places]: form.getAll(names.places).map(String).join(' '),
  }
  const t = texts.amendments.refusals
  const errors: FieldErrors = {}
  const state = (['open', 'made', 'no-words'] as const).find((one) => one === typed[names.state])
  if (!state) errors[names.state] = t.settle
  const note = typed[names.note] ?? ''
  if ((state === 'no-words' || note !== '') && (lengthOf(note) < 3 || lengthOf(note) > LIMITS.note))
    errors[names.note] = t.note
  const ticked = form.getAll(names.places).map(String)
  const nodeIds = places.filter((one) => isUuid(one) && ticked.includes(one))
  if (state === 'made' && nodeIds.length === 0) errors[names.places] = t.places
  if (!state || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { state, nodeIds: state === 'made' ? nodeIds : [], note: note || null } }
}

export const ADDED_FIELDS = ['shto-neni', 'shto-fjalet', 'shto-kush']

export function readAmendment(form: FormData, texts: MakingTexts): Parsed<Omit<NewAmendment, 'motionRef'>> {
  const typed = typedOf(form, ADDED_FIELDS)
  const t = texts.amendments.refusals
  const errors: FieldErrors = {}
  const [article = '', words = '', mover = ''] = ADDED_FIELDS.map((name) => typed[name] ?? '')
  if (lengthOf(article) > LIMITS.article) errors['shto-neni'] = t.article
  if (lengthOf(words) < 2 || lengthOf(words) > LIMITS.words) errors['shto-fjalet'] = t.words
  if (mover !== '' && (lengthOf(mover) < 2 || lengthOf(mover) > LIMITS.mover)) errors['shto-kush'] = t.mover
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { article: article || null, words, mover: mover || null } }
}
