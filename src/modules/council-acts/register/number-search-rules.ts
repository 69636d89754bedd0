import type { ActKind } from '../act-rules.ts'

/** A number that was typed as one: `12/2026`, `12`, `vendim nr. 12`, `12/a`. */
export type NumberSearch = {
  serial: number | null
  year: number | null
  kind: ActKind | null
  /** As printed, in small letters. */
  printed: string
}

const fold = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const SHAPE = /^(?:nr\.?|numri|no\.?)?\s*(\d{1,6}(?:\s*\/\s*[a-z]{1,3})?)(?:\s*\/\s*((?:19|20|21)\d\d))?$/

/** Null: these words are no number. `kinds`: the names of the kinds, in every language. */
export function readNumberSearch(
  words: string,
  kinds: readonly { kind: ActKind; name: string }[],
): NumberSearch | null {
  const typed = fold(words).trim()
  const first = /^\p{L}+/u.exec(typed)?.[0] ?? ''
  // "vendimi 12": the definite form is the name and an ending.
  const named = kinds.find(({ name }) => first.length >= 3 && first.startsWith(fold(name)))
  const rest = named ? typed.slice(first.length).trim() : typed
  const parts = SHAPE.exec(rest)
  if (!parts) return null
  const number = (parts[1] ?? '').replaceAll(/\s/g, '')
  const year = parts[2] === undefined ? null : Number(parts[2])
  return {
    serial: /^\d+$/.test(number) ? Number(number) : null,
    year,
    kind: named?.kind ?? null,
    printed: year === null ? number : `${number}/${year}`,
  }
}

/** Each word of what was typed, for those that are long enough to be looked for by their part. */
export const titleWordsOf = (words: string): string[] =>
  fold(words)
    .split(/[^\p{L}\p{N}/-]+/u)
    .filter((word) => word.length >= 2)
    .slice(0, 8)

/** Too short to be looked for, and no number. */
export const isTooShort = (words: string): boolean =>
  words !== '' && titleWordsOf(words).every((word) => word.length < 3)
