import type { RecordLang } from '../search-source.ts'
import {
  nameLexemes,
  numberWithYear,
  partLexemes,
  placesTaken,
  stemIn,
  stemsOfAll,
  wholeLexemes,
} from './lexeme-rules.ts'
import type { TypedTerm } from './query-terms-rules.ts'
import type { QueryStep } from './synonym-match-rules.ts'
import { tokensOf, type Token } from './tokenize-rules.ts'

/** A token where a term was found: `term` counts the terms, so that a passage with more of them is better. */
export type Hit = { token: number; term: number }

export type Passage = { tokens: readonly Token[]; hits: readonly Hit[] }

/** Every token of a text that was looked for. Phrases count where they stand in order; what was left out is not marked. */
export function hitsIn(text: string, terms: readonly TypedTerm[], lang: RecordLang | undefined): Passage {
  const tokens = tokensOf(text)
  let places: Places | undefined
  const lexemes = lexemesIn(tokens, lang)
  const hits: Hit[] = []
  const wanted = firstSteps(terms)
  tokens.forEach((token, at) => {
    for (const lexeme of lexemes(at)) {
      for (const { term, steps, alone } of wanted.byLexeme.get(lexeme) ?? []) {
        const row = alone ? [at] : rowFrom(at, steps, (places ??= placesOf(tokens)), lexemes)
        for (const each of row) hits.push({ token: each, term })
      }
    }
    for (const { term, prefix } of wanted.prefixes) {
      if (token.folded.startsWith(prefix)) hits.push({ token: at, term })
    }
  })
  return { tokens, hits }
}

type Wanted = { term: number; steps: readonly QueryStep[]; alone: boolean }

function firstSteps(terms: readonly TypedTerm[]) {
  const byLexeme = new Map<string, Wanted[]>()
  const want = (step: QueryStep | undefined, wanted: Wanted) => {
    for (const lexeme of step?.lexemes ?? []) byLexeme.set(lexeme, [...(byLexeme.get(lexeme) ?? []), wanted])
  }
  terms.forEach(({ alternatives, excluded }, term) => {
    if (excluded) return
    for (const steps of alternatives) {
      if ((steps[1]?.gap ?? 0) > 0) want(steps[0], { term, steps, alone: false })
      else for (const step of steps) want(step, { term, steps: [step], alone: true })
    }
  })
  const prefixes = terms.flatMap(({ prefix }, term) => (prefix === null ? [] : [{ term, prefix }]))
  return { byLexeme, prefixes }
}

/** The tokens of a row that begins here, or none when one of its words is missing. */
function rowFrom(
  at: number,
  steps: readonly QueryStep[],
  places: Places,
  lexemes: (at: number) => readonly string[],
): number[] {
  const row = [at]
  let place = places.of[at] ?? 0
  for (const step of steps.slice(1)) {
    place += step.gap
    const next = places.at.get(place)
    if (next === undefined || !lexemes(next).some((lexeme) => step.lexemes.includes(lexeme))) return []
    row.push(next)
  }
  return row
}

type Places = { of: readonly number[]; at: ReadonlyMap<number, number> }

function placesOf(tokens: readonly Token[]): Places {
  const of: number[] = []
  const at = new Map<number, number>()
  let place = 0
  tokens.forEach((token, index) => {
    of.push(place)
    at.set(place, index)
    place += placesTaken(token)
  })
  return { of, at }
}

/** As the index has them. Of an unknown language: as any of them would have it. */
function lexemesIn(tokens: readonly Token[], lang: RecordLang | undefined): (at: number) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (at) => {
    const token = tokens[at]
    if (token === undefined) return []
    if (token.kind !== 'word') {
      const year = numberWithYear(token, tokens[at + 1], tokens[at + 2])
      return [...wholeLexemes(token, tokens[at - 1]), ...partLexemes(token), ...(year === null ? [] : [year])]
    }
    const before = known.get(token.folded)
    if (before) return before
    const stems = lang === undefined ? stemsOfAll(token.folded) : [stemIn(lang, token.folded)]
    const lexemes = [...stems, nameLexemes(token.folded).written]
    known.set(token.folded, lexemes)
    return lexemes
  }
}
