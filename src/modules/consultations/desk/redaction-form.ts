import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import {
  COVERED_KINDS,
  MOST_PASSAGES,
  REDACTION_GROUNDS,
  SHORTEST_PASSAGE,
  timesIn,
  type CoveredKind,
  type Passage,
  type RedactionGround,
} from './redaction-rules.ts'

export type RedactionTyped = { offered: string[]; words: string; kind: string; ground: string }

export const EMPTY_REDACTION: RedactionTyped = { offered: [], words: '', kind: 'name', ground: '' }

export const typedOfRedaction = (form: FormData): RedactionTyped => ({
  offered: form.getAll('gjetur').filter((one): one is string => typeof one === 'string'),
  words: textField(form, 'fjalet'),
  kind: textField(form, 'cfare'),
  ground: textField(form, 'arsyeja'),
})

export type RedactionRead =
  { ok: true; passages: Passage[]; ground: RedactionGround } | { ok: false; errors: FieldErrors }

/** The passages chosen and typed, each of which stands in the words that are kept. */
export function readRedaction(
  lang: Lang,
  typed: RedactionTyped,
  view: { offered: readonly Passage[]; kept: readonly { words: string }[] },
): RedactionRead {
  const t = textsIn(lang).redaction
  const kind: CoveredKind = COVERED_KINDS.find((one) => one === typed.kind) ?? 'other'
  const lines = typed.words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const chosen = view.offered.filter(({ words }) => typed.offered.includes(words))
  const passages = [...chosen, ...lines.map((words) => ({ words, kind }))]
  const ground = REDACTION_GROUNDS.find((one) => one === typed.ground)
  const errors: FieldErrors = {}
  const missing = lines.find((line) => view.kept.every(({ words }) => timesIn(words, line) === 0))
  if (lines.some((line) => lengthOf(line) < SHORTEST_PASSAGE)) errors.fjalet = t.shortError(SHORTEST_PASSAGE)
  else if (missing !== undefined) errors.fjalet = t.notFoundError(missing)
  else if (passages.length > MOST_PASSAGES) errors.fjalet = t.manyError(MOST_PASSAGES)
  else if (passages.length === 0) errors.fjalet = t.nothingError
  if (!ground) errors.arsyeja = t.groundError
  return ground && Object.keys(errors).length === 0 ? { ok: true, passages, ground } : { ok: false, errors }
}

/** What the preview showed, and the form that confirms it. */
export const seenOf = (form: FormData): { seenVersion: number; seenChange: string; formId: string | null } => {
  const formId = textField(form, 'dergesa')
  return {
    seenVersion: Number(textField(form, 'versioni')),
    seenChange: textField(form, 'ndryshuar'),
    formId: isUuid(formId) ? formId : null,
  }
}
