import type { Alternative, TypedTerm } from './query-terms-rules.ts'
import type { QueryStep } from './synonym-match-rules.ts'
import { quotedLexeme } from './tsvector-text-rules.ts'

/** No text has this lexeme: what finds nothing, without the notice that an empty query gives. */
const NOTHING = quotedLexeme('=')
/** PostgreSQL counts no further between two words. */
const FARTHEST = 16_000

/** All terms must be there, none of those left out. */
export function tsqueryText(terms: readonly TypedTerm[]): string {
  return terms.length === 0 ? NOTHING : terms.map(termText).join(' & ')
}

function termText({ alternatives, prefix, excluded }: TypedTerm): string {
  const any = alternatives.map((alternative, index) => alternativeText(alternative, index === 0 ? prefix : null))
  const text = anyOf([...new Set(any)])
  return excluded ? `!${text}` : text
}

function alternativeText(steps: Alternative, prefix: string | null): string {
  const texts = steps.map((step, index) => stepText(step, index === steps.length - 1 ? prefix : null))
  const joined = texts.map((text, index) => {
    if (index === 0) return text
    const gap = steps[index]?.gap ?? 0
    return gap > 0 ? `<${Math.min(FARTHEST, gap)}> ${text}` : `& ${text}`
  })
  return texts.length === 1 ? joined.join(' ') : `(${joined.join(' ')})`
}

function stepText({ lexemes }: QueryStep, prefix: string | null): string {
  return anyOf([...lexemes.map(quotedLexeme), ...(prefix === null ? [] : [`${quotedLexeme(prefix)}:*`])])
}

const anyOf = (texts: readonly string[]): string =>
  texts.length === 1 ? (texts[0] ?? NOTHING) : `(${texts.join(' | ')})`
