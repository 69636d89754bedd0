import type { Query } from '../analysis/analyse-rules.ts'
import { highlight } from '../analysis/analyse-rules.ts'
import type { RecordLang } from '../search-source.ts'

/** A piece of a text; every second part, beginning with the second one, is what was looked for. Plain words, no HTML. */
export type Marked = { parts: readonly string[]; cutBefore: boolean; cutAfter: boolean }

const MOST_WORDS = 40
/** Signs around a place that are read closely: stemming whole laws for every page would take longer than finding them. */
const AROUND = { before: 250, after: 600 }
const MOST_PLACES = 30

/** The passage that shows most of what was looked for; the beginning of the text where it does not stand in it. */
export function passageOf(body: string, query: Query | null, lang: RecordLang): Marked | null {
  const text = body.trim()
  if (text === '') return null
  const window = windowOf(text, query)
  if (query === null) return beginning(window.words, window.to < text.length)
  const { fragment, marks } = highlight(window.words, query, { maxWords: MOST_WORDS, lang })
  if (marks.length === 0) return beginning(window.words, window.to < text.length)
  const start = window.from + Math.max(0, window.words.indexOf(fragment))
  return { parts: partsOf(fragment, marks), cutBefore: start > 0, cutAfter: start + fragment.length < text.length - 1 }
}

/** A short text as a whole, with what was looked for in it marked. */
export function markedWhole(text: string, query: Query | null, lang: RecordLang): Marked {
  const whole = { parts: [text], cutBefore: false, cutAfter: false }
  if (query === null) return whole
  const { fragment, marks } = highlight(text, query, { maxWords: 500, lang })
  const at = text.indexOf(fragment)
  if (marks.length === 0 || at < 0) return whole
  return {
    ...whole,
    parts: partsOf(
      text,
      marks.map(([start, end]) => [start + at, end + at]),
    ),
  }
}

function partsOf(text: string, marks: readonly (readonly [number, number])[]): string[] {
  const parts: string[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start < at || end > text.length) continue
    parts.push(text.slice(at, start), text.slice(start, end))
    at = end
  }
  return [...parts, text.slice(at)]
}

function beginning(text: string, goesOn: boolean): Marked {
  const words = text.split(/\s+/)
  const shown = words.slice(0, MOST_WORDS).join(' ')
  return { parts: [shown], cutBefore: false, cutAfter: goesOn || words.length > MOST_WORDS }
}

type Window = { words: string; from: number; to: number }

/** The part of the text that is worth reading closely: where the most different words stand near each other. */
function windowOf(text: string, query: Query | null): Window {
  const places = query === null ? [] : placesIn(text, query)
  let best = { at: 0, score: 0 }
  for (const { at } of places) {
    const near = places.filter((other) => other.at >= at && other.at < at + AROUND.after / 2)
    const score = new Set(near.map(({ word }) => word)).size
    if (score > best.score) best = { at, score }
  }
  const from = best.at <= AROUND.before ? 0 : afterSpace(text, best.at - AROUND.before)
  const to = Math.min(text.length, best.at + AROUND.after)
  return { words: text.slice(from, to), from, to }
}

const afterSpace = (text: string, at: number): number => {
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + 60 ? at : space + 1
}

/** Where words begin as those that are looked for do. A stem is nearly always the beginning of its forms. */
function placesIn(text: string, query: Query): { at: number; word: string }[] {
  const lexemes = query.terms
    .filter(({ excluded }) => !excluded)
    .flatMap(({ alternatives, prefix }) => [
      ...(prefix ? [prefix] : []),
      ...alternatives.flatMap((row) => row.flatMap((step) => step.lexemes)),
    ])
    .map((lexeme) => lexeme.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((lexeme) => lexeme.length > 1)
  if (lexemes.length === 0) return []
  const any = [...new Set(lexemes)].slice(0, 60).map(loosely).join('|')
  const places: { at: number; word: string }[] = []
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})`, 'giu'))) {
    places.push({ at: match.index, word: match[0].slice(0, 4).toLowerCase() })
    if (places.length === MOST_PLACES) break
  }
  return places
}

const loosely = (lexeme: string): string =>
  lexeme
    .replace(/[^\p{L}\p{N}]/gu, '.')
    .replace(/e/g, '[eë]')
    .replace(/c/g, '[cç]')
