import type { RecordLang } from '../search-source.ts'
import {
  isStopWord,
  nameLexemes,
  numberWithYear,
  partLexemes,
  placesTaken,
  stemIn,
  wholeLexemes,
} from './lexeme-rules.ts'
import { hitsIn, type Passage } from './passage-rules.ts'
import { typedTerms, type TypedTerm, type TypedTerms } from './query-terms-rules.ts'
import { tokensOf } from './tokenize-rules.ts'
import { tsqueryText } from './tsquery-text-rules.ts'
import { TsvectorText, type Weight } from './tsvector-text-rules.ts'

/** What a text becomes depends on these rules: whoever changes a stem raises this, and the index is built anew. */
export const STEM_VERSION = 1

/** Weight A is the title: its words are kept as written besides, wherever they stand. */
export type Field = { text: string; weight: Weight }

export type QueryTerm = TypedTerm

export type Query = TypedTerms & {
  /** Text of a `tsquery`; matches nothing when only stop words were typed. */
  tsquery: string
}

export type QueryOptions = {
  /** Of the page: it says nothing of the language of records, which are looked through in all. */
  lang: RecordLang
  /** While somebody types, the last word is only begun. */
  prefixLast?: boolean
  /** On unless false. */
  synonyms?: boolean
}

/** Between two fields, so that no phrase begins in one and ends in the next. */
const BETWEEN_FIELDS = 8
/** What is found as a name counts one weight less than the field; without its ending least of all. */
const OF_NAMES: Readonly<Record<Weight, Weight>> = { A: 'B', B: 'C', C: 'D', D: 'D' }

/** Text of a `tsvector` literal: send it as a parameter and cast it. Whatever the text, it is valid. */
export function tsvectorOf(fields: readonly Field[], lang: RecordLang): string {
  const vector = new TsvectorText()
  let place = 0
  for (const { text, weight } of fields) {
    const tokens = tokensOf(text)
    tokens.forEach((token, index) => {
      place += index === 0 ? 1 : placesTaken(tokens[index - 1] ?? token)
      if (isStopWord(token)) return
      if (token.kind === 'word') {
        vector.add(stemIn(lang, token.folded), place, weight)
        if (!isName(text, token.start, weight)) return
        const { written, bare } = nameLexemes(token.folded)
        vector.add(written, place, OF_NAMES[weight])
        if (bare !== null) vector.add(bare, place, 'D')
        return
      }
      for (const lexeme of wholeLexemes(token, tokens[index - 1])) vector.add(lexeme, place, weight)
      partLexemes(token).forEach((part, offset) => vector.add(part, place + offset, weight))
      const year = numberWithYear(token, tokens[index + 1], tokens[index + 2])
      if (year !== null) vector.add(year, place, weight)
      // A field of one number alone is the number of the record.
      if (tokens.length === 1 && token.kind === 'number') vector.add(`nr/${token.folded}`, place, weight)
    })
    const last = tokens.at(-1)
    place += (last ? placesTaken(last) : 0) + BETWEEN_FIELDS
  }
  return vector.text()
}

/** Capitals say that it is a name, unless a sentence begins there; in titles they always do. */
function isName(text: string, start: number, weight: Weight): boolean {
  if (!/\p{Lu}/u.test(text[start] ?? '')) return false
  if (weight === 'A') return true
  const before = text.slice(Math.max(0, start - 8), start).replace(/[\s"'“”„«»(–—-]+$/u, '')
  return (
    start > 0 &&
    before !== '' &&
    !/[.!?:;•·]$/.test(before) &&
    !/\n\s*$/.test(text.slice(Math.max(0, start - 8), start))
  )
}

/** What somebody typed as text of a `tsquery`; null when there is no word in it. Never throws, never is refused. */
export function tsqueryOf(words: string, options: QueryOptions): Query | null {
  const typed = typedTerms(words, { prefixLast: options.prefixLast === true, synonyms: options.synonyms !== false })
  return typed === null ? null : { ...typed, tsquery: tsqueryText(typed.terms) }
}

export type Highlight = { fragment: string; marks: [start: number, end: number][] }

/** Words before the first one that was looked for, so that it does not stand without its surroundings. */
const LEAD = 5

/** The passage that shows most of what was looked for; marks are places in the fragment. The page escapes it, then marks. */
export function highlight(text: string, query: Query, options: { maxWords: number; lang?: RecordLang }): Highlight {
  const found = hitsIn(text, query.terms, options.lang)
  const { tokens, hits } = found
  const from = Math.max(0, bestStart(found, options.maxWords))
  const shown = tokens.slice(from, from + options.maxWords)
  const start = from === 0 ? 0 : (shown[0]?.start ?? 0)
  const end = from + shown.length >= tokens.length ? text.length : (shown.at(-1)?.end ?? 0)
  const marked = [...new Set(hits.map((hit) => hit.token))].toSorted((a, b) => a - b)
  return {
    fragment: text.slice(start, end),
    marks: marked.flatMap((at): [number, number][] => {
      const token = tokens[at]
      return token && at >= from && at < from + shown.length ? [[token.start - start, token.end - start]] : []
    }),
  }
}

/** Where the window begins that has most different terms, then most hits; the first of equals. */
function bestStart({ tokens, hits }: Passage, maxWords: number): number {
  const ordered = hits.toSorted((a, b) => a.token - b.token)
  const inside = new Map<number, number>()
  let best = { start: 0, score: -1 }
  let first = 0
  ordered.forEach((hit, at) => {
    inside.set(hit.term, (inside.get(hit.term) ?? 0) + 1)
    for (let out = ordered[first]; out && out.token <= hit.token - (maxWords - LEAD); out = ordered[++first]) {
      const left = (inside.get(out.term) ?? 1) - 1
      if (left === 0) inside.delete(out.term)
      else inside.set(out.term, left)
    }
    const score = inside.size * 1000 + Math.min(999, at - first + 1)
    if (score > best.score) best = { start: (ordered[first]?.token ?? 0) - LEAD, score }
  })
  return Math.min(best.start, Math.max(0, tokens.length - maxWords))
}
