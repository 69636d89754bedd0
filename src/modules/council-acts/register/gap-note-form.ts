import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readRange } from './gap-rules.ts'
import type { GapNoteOrder } from './note-gap.ts'
import type { RegisterTexts } from './texts.sq.ts'

const FIELDS = ['institucioni', 'viti', 'radha', 'numrat', 'fjalet', 'versioni'] as const

export const typedGapNote = (form: FormData): Typed => typedOf(form, FIELDS)

/** What the office says of a gap; of which institution is asked of whoever sent it. */
export function readGapNote(typed: Typed, texts: RegisterTexts): Parsed<Omit<GapNoteOrder, 'institutionId'>> {
  const t = texts.office.errors
  const errors: FieldErrors = {}
  const range = readRange(typed.numrat ?? '')
  const year = /^\d{4}$/.test(typed.viti ?? '') ? Number(typed.viti) : null
  if (!range || year === null) errors.numrat = t.numbers
  const words = typed.fjalet ?? ''
  if (lengthOf(words) < 5 || lengthOf(words) > 1000) errors.fjalet = t.words
  if (!range || year === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const seen = /^\d{1,6}$/.test(typed.versioni ?? '') ? Number(typed.versioni) : 0
  return { ok: true, value: { ...range, year, series: (typed.radha ?? '').slice(0, 40), words, seen } }
}
