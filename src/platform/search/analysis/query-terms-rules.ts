import { isStopWord, nameLexemes, partLexemes, stemsOfAll, wholeLexemes } from './lexeme-rules.ts'
import { LONGEST_SYNONYM, stepsOf, synonymsOf, type QueryStep, type Synonyms } from './synonym-match-rules.ts'
import { tokensOf, type Token, type TokenKind } from './tokenize-rules.ts'

/** A row of words: each at its distance from the one before, or anywhere when its gap is 0. */
export type Alternative = readonly QueryStep[]

/** What was typed between spaces or quotation marks. */
export type TypedTerm = {
  typed: string
  kind: TokenKind | 'phrase'
  /** Its words, folded: what a vocabulary knows. */
  folded: readonly string[]
  excluded: boolean
  /** The last word while it is being typed: what its end may complete. */
  prefix: string | null
  /** It is found by any of these: the first is what was typed, the others are synonyms. */
  alternatives: readonly Alternative[]
}

export type TypedTerms = {
  terms: TypedTerm[]
  /** Something was typed, and none of it can be looked for. */
  onlyStopWords: boolean
  /** More was typed than is looked for: 16 words. */
  cut: boolean
  /** Other words that may mean the same: to be offered, not looked for unasked. */
  suggestions: { typed: string; instead: string }[]
}

/** What stands together: the words within quotation marks, or one word; or what is left out. */
type Unit = { tokens: Token[]; quoted: boolean; excluded: boolean; before: Token | undefined }

const MOST_WORDS = 16
/** Nobody types more; what pastes a whole page is cut before it is read. */
const MOST_LETTERS = 2000
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g

export function typedTerms(words: string, options: { prefixLast: boolean; synonyms: boolean }): TypedTerms | null {
  const typed = words.slice(0, MOST_LETTERS)
  const all = unitsOf(typed)
  if (all.length === 0) return null
  const units = all.filter((unit) => unit.tokens.some((token) => !isStopWord(token)))
  const kept = firstWords(units)
  // What is only left out would find nearly everything: then it is what is looked for.
  if (kept.every((unit) => unit.excluded)) for (const unit of kept) unit.excluded = false
  const last =
    options.prefixLast && !/[\s"“”„«».,;:!?]$/.test(typed) && all.at(-1) === kept.at(-1) ? kept.at(-1) : undefined
  const found: TypedTerms = {
    terms: [],
    onlyStopWords: units.length === 0,
    cut: kept.length < units.length,
    suggestions: [],
  }
  for (let at = 0; at < kept.length;) {
    const run = options.synonyms ? synonymsAt(kept, at) : null
    const taken = kept.slice(at, at + (run?.length ?? 1))
    found.terms.push(termOf(taken, typed, run?.synonyms ?? null, taken.at(-1) === last))
    for (const phrase of run?.synonyms.near ?? [])
      found.suggestions.push({ typed: wordsOf(taken, typed), instead: phrase.words })
    at += taken.length
  }
  return { ...found, terms: found.terms.filter(isNew()) }
}

/** The same word typed twice is looked for once. */
function isNew(): (term: TypedTerm) => boolean {
  const seen = new Set<string>()
  return ({ folded, kind, excluded, prefix }) => {
    const key = JSON.stringify([folded, kind, excluded, prefix])
    const before = seen.has(key)
    seen.add(key)
    return !before
  }
}

function unitsOf(typed: string): Unit[] {
  const quoted = [...typed.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const units: Unit[] = []
  let open: { start: number; unit: Unit } | null = null
  let before: Token | undefined
  for (const token of tokensOf(typed)) {
    const quotation = quoted.find(({ start, end }) => start < token.start && token.end < end + 1)
    if (quotation && open?.start === quotation.start) open.unit.tokens.push(token)
    else {
      const excluded =
        isExcluded(typed, quotation?.start ?? token.start) && (quotation !== undefined || token.kind === 'word')
      const unit: Unit = { tokens: [token], quoted: quotation !== undefined, excluded, before }
      open = quotation ? { start: quotation.start, unit } : null
      units.push(unit)
    }
    before = token
  }
  return units
}

/** A minus sign that stands free before it and touches it. */
function isExcluded(typed: string, start: number): boolean {
  return /(?:^|\s)[-−]$/.test(typed.slice(Math.max(0, start - 2), start))
}

function firstWords(units: readonly Unit[]): Unit[] {
  const kept: Unit[] = []
  let words = 0
  for (const unit of units) {
    words += unit.tokens.filter((token) => !isStopWord(token)).length
    if (words > MOST_WORDS && kept.length > 0) break
    kept.push(words > MOST_WORDS ? { ...unit, tokens: unit.tokens.slice(0, MOST_WORDS) } : unit)
  }
  return kept
}

/** The longest row of words from here that has synonyms. */
function synonymsAt(units: readonly Unit[], at: number): { synonyms: Synonyms; length: number } | null {
  for (let length = Math.min(LONGEST_SYNONYM, units.length - at); length >= 1; length--) {
    const row = units.slice(at, at + length)
    if (row.some((unit) => unit.excluded || (unit.quoted && length > 1))) continue
    const synonyms = synonymsOf(row.flatMap((unit) => unit.tokens.filter((token) => !isStopWord(token))))
    if (synonyms) return { synonyms, length }
  }
  return null
}

function termOf(units: readonly Unit[], typed: string, synonyms: Synonyms | null, begun: boolean): TypedTerm {
  const [unit] = units
  const tokens = units.flatMap((each) => each.tokens)
  const content = tokens.filter((token) => !isStopWord(token))
  const quoted = unit?.quoted === true
  const own = stepsOf(tokens, (token, index) =>
    typedLexemes(token, index === 0 ? unit?.before : tokens[index - 1], !quoted),
  )
  const only = content.length === 1 ? content[0] : undefined
  const parts = only && only.folded.includes('-') ? partLexemes(only) : []
  const alternatives: Alternative[] = [
    quoted ? own : own.map((step) => ({ ...step, gap: 0 })),
    ...(parts.length > 1 ? [parts.map((part, index) => ({ lexemes: [part], gap: Math.min(index, 1) }))] : []),
    ...(synonyms?.same ?? []).map(({ steps }) => steps),
  ]
  return {
    typed: wordsOf(units, typed),
    kind: only?.kind ?? 'phrase',
    folded: content.map((token) => token.folded),
    excluded: unit?.excluded === true,
    prefix: begun && !quoted ? prefixOf(content.at(-1)) : null,
    alternatives,
  }
}

/** Words are looked for as names too; within quotation marks the stems say enough. */
function typedLexemes(token: Token, before: Token | undefined, names: boolean): string[] {
  if (token.kind === 'reference') return [wholeLexemes(token, before)[0] ?? token.folded]
  if (token.kind === 'number') return wholeLexemes(token, before)
  const { written, bare } = nameLexemes(token.folded)
  return [...stemsOfAll(token.folded), ...(names ? [written, ...(bare === null ? [] : [bare])] : [])]
}

/** Fewer letters would begin half of all words. */
function prefixOf(token: Token | undefined): string | null {
  if (token === undefined || token.folded.length < (token.kind === 'word' ? 3 : 2)) return null
  return token.folded.slice(0, 60)
}

function wordsOf(units: readonly Unit[], typed: string): string {
  const tokens = units.flatMap((unit) => unit.tokens)
  return typed.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
}
