import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readIndex } from './log-question-rules.ts'
import { ledgerTexts } from './texts.ts'

export type SizesAsked =
  | { kind: 'nothing'; typed: Typed }
  | { kind: 'wrong'; typed: Typed; errors: FieldErrors }
  | { kind: 'asked'; typed: Typed; from: number; to: number }

/** Two sizes of the tree, the smaller first; `most` is what it has now. */
export function readSizes(lang: Lang, query: Record<string, string | undefined>, most: number): SizesAsked {
  const t = ledgerTexts(lang).consistency
  if (query.nga === undefined && query.deri === undefined) {
    return { kind: 'nothing', typed: { nga: '', deri: String(most) } }
  }
  const typed = { nga: (query.nga ?? '').slice(0, 40), deri: (query.deri ?? '').slice(0, 40) }
  const [from, to] = [sizeOf(typed.nga, most), sizeOf(typed.deri, most)]
  if (from === null || to === null) {
    const error = t.numberError(formatNumber(most))
    return {
      kind: 'wrong',
      typed,
      errors: { ...(from === null && { nga: error }), ...(to === null && { deri: error }) },
    }
  }
  if (from > to) return { kind: 'wrong', typed, errors: { deri: t.orderError } }
  return { kind: 'asked', typed, from, to }
}

/** People write large numbers in groups. */
function sizeOf(words: string, most: number): number | null {
  const size = readIndex(words.replaceAll(/[\s.,]/g, ''))
  return size !== null && size >= 1 && size <= most ? size : null
}
