import { onlyPlace, type AnchorText, type Quoted } from './anchor-text-rules.ts'
import type { AnchorPlace } from './comparison.ts'
import { pointsBefore } from './node-layout-rules.ts'
import { wordsIn } from './word-bag-rules.ts'

/** Shorter quotations stand by chance in more than one place. */
const TELLING_LETTERS = 24

/** Words that left their node, and stand exactly so at one other place of the text. */
export function findElsewhere(text: AnchorText, { words }: Quoted): AnchorPlace | null {
  if (words.replace(/\s/g, '').length < TELLING_LETTERS) return null
  const later = text.laterWords()
  const at = onlyPlace(later.words, words)
  if (at === null) return likeElsewhere(text, words)
  const segment = later.segments.find((one) => one.end > at)
  if (!segment) return null
  const host = holding(text, segment.node, words)
  const nodeId = text.to.nodes[host]?.nodeId
  const layout = text.layoutTo(host)
  const start = layout.words.indexOf(words)
  if (nodeId === undefined || start < 0) return null
  const place = { start: pointsBefore(layout.words, start), end: pointsBefore(layout.words, start + words.length) }
  const certain = onlyPlace(text.earlierWords().words, words) !== null
  return { outcome: 'moved', nodeId, place, likeness: 1, certain }
}

/** The lowest node in whose words the quotation stands whole. */
function holding(text: AnchorText, node: number, words: string): number {
  let at = node
  while (at >= 0 && !text.layoutTo(at).words.includes(words)) at = text.to.parent[at] ?? -1
  return at < 0 ? node : at
}

/** So much of the quoted words in one node is something that a person should see before they count as gone. */
const SIMILAR = 0.6

function likeElsewhere(text: AnchorText, words: string): AnchorPlace | null {
  const { numberOf, weights } = text.bags()
  const sought = new Set(wordsIn(words).flatMap((word) => numberOf.get(word) ?? []))
  const shared = new Map<number, number>()
  let all = 0
  for (const word of sought) {
    const weight = weights[word] ?? 0
    all += weight
    for (const at of text.postings().get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight)
  }
  let [best, most] = [-1, 0]
  for (const [at, weight] of shared) if (weight > most) [best, most] = [at, weight]
  const nodeId = text.to.nodes[best]?.nodeId
  if (nodeId === undefined || most < SIMILAR * all) return null
  return { outcome: 'reworded', nodeId, place: null, likeness: most / all, certain: false }
}
