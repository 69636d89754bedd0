import { cleanText, foldWords } from './words-rules.ts'

/**
 * Where a quotation stands: the form in which it is kept and found again in later versions. Places are counted in code
 * points of the folded words, so that they mean the same in every programming language.
 */
export type Place = { start: number; end: number }

/**
 * The place of `quote` in `words`, both folded (NFC, each run of white space one space). If it stands there more than
 * once, the words before and after it decide; if they do not, the first place is meant. Null if it is not there.
 */
export function placeOfQuote(words: string, quote: string, prefix = '', suffix = ''): Place | null {
  const text = [...anchorForm(words)]
  const sought = [...anchorForm(quote)]
  const places = placesOf(text, sought)
  const before = [...anchorForm(prefix)]
  const after = [...anchorForm(suffix)]
  const scores = places.map(
    (at) => sameEnding(text.slice(0, at), before) + sameBeginning(text.slice(at + sought.length), after),
  )
  const start = places[scores.indexOf(Math.max(...scores))]
  return start === undefined ? null : { start, end: start + sought.length }
}

export const anchorForm = (words: string): string => foldWords(cleanText(words))

function placesOf(text: string[], sought: string[]): number[] {
  const first = sought[0]
  if (first === undefined) return []
  return text.flatMap((point, at) =>
    point === first && sought.every((wanted, index) => text[at + index] === wanted) ? [at] : [],
  )
}

/** How many code points agree, counted from the quotation outwards. A space beside the quotation is no difference. */
function sameEnding(text: string[], prefix: string[]): number {
  return sameBeginning(text.toReversed(), prefix.toReversed())
}

function sameBeginning(text: string[], suffix: string[]): number {
  const from = text[0] === ' ' && suffix[0] !== ' ' ? text.slice(1, suffix.length + 1) : text.slice(0, suffix.length)
  const differs = suffix.findIndex((wanted, at) => from[at] !== wanted)
  return differs < 0 ? suffix.length : differs
}
