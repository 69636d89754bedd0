import type { Anchor } from '#platform/texts/compare/comparison.ts'
import type { Random } from '../../random.ts'
import { articlesOf, itemsOf } from './tree-edits.ts'
import { foldedWords, isWord, type FoldedWords, type Token, type Tracked } from './tracked.ts'

/** Quotations as people make them on the page: the words they marked, and 64 signs on either side. */
const AROUND = 64
const FEWEST_LETTERS = 4

export type Quoted = {
  anchor: Anchor
  node: Tracked
  /** The tokens of the quotation in the earlier version. Empty: the node as a whole. */
  tokens: readonly Token[]
}

export function drawAnchors(root: Tracked, count: number, random: Random): Quoted[] {
  const articles = articlesOf(root)
  const items = itemsOf(root)
  const folded = new Map<Tracked, FoldedWords>()
  return Array.from({ length: count }, (_, at) => {
    const node = random.below(10) < 6 || items.length === 0 ? random.of(articles) : random.of(items)
    const words = folded.get(node) ?? foldedWords(node)
    folded.set(node, words)
    return drawOne(
      node,
      words,
      `consultations.comment:${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`,
      random,
    )
  })
}

function drawOne(node: Tracked, { points, tokens }: FoldedWords, subject: string, random: Random): Quoted {
  const whole = { subject, versionId: '', nodeId: node.id, quote: null, prefix: '', suffix: '' }
  const starts = tokens.flatMap((token, at) => (token && isWord(token) && tokens[at - 1] !== token ? [at] : []))
  if (starts.length === 0 || random.below(100) < 15) return { anchor: whole, node, tokens: [] }
  const wanted = random.of([1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 30, 60])
  const long = starts.flatMap((at, n) => ((tokens[at]?.words.length ?? 0) >= FEWEST_LETTERS ? [n] : []))
  // Nobody marks a single "e".
  const first = wanted <= 2 && long.length > 0 ? random.of(long) : random.below(starts.length)
  const start = starts[first] ?? 0
  const lastWord = starts[Math.min(starts.length - 1, first + wanted - 1)] ?? start
  let end = lastWord
  while (end < tokens.length && tokens[end] === tokens[lastWord]) end += 1
  const quote = points.slice(start, end).join('')
  if (quote === '' || quote.length > 2000) return { anchor: whole, node, tokens: [] }
  const anchor = {
    ...whole,
    quote,
    prefix: points.slice(Math.max(0, start - AROUND), start).join(''),
    suffix: points.slice(end, end + AROUND).join(''),
  }
  const held = tokens.slice(start, end).filter((token): token is Token => token !== null && token.words.trim() !== '')
  return { anchor, node, tokens: [...new Set(held)] }
}
