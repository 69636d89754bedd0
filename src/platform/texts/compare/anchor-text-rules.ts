import { anchorForm, placeOfQuote } from '../anchor-rules.ts'
import type { Anchor, ComparedNode, Comparison, NodeChange } from './comparison.ts'
import { keptRuns, type Run } from './kept-words-rules.ts'
import { layoutOf, type Layout } from './node-layout-rules.ts'
import { postingsOf, type Postings } from './likeness-rules.ts'
import { versionIndex, type VersionIndex } from './version-index-rules.ts'
import { bagsOf, type Bags } from './word-bag-rules.ts'

/** Two versions and what links them, made ready once for many anchors. */
export type AnchorText = {
  from: VersionIndex
  to: VersionIndex
  changeOf: ReadonlyMap<string, NodeChange>
  layoutFrom: (at: number) => Layout
  layoutTo: (at: number) => Layout
  runs: (from: number, to: number, part: 'heading' | 'body') => readonly Run[]
  /** The whole later version in one run of words. */
  laterWords: () => Layout
  earlierWords: () => Layout
  /** The words of every node that continues none. */
  newWords: () => string
  bags: () => Bags
  /** For each word the nodes of the later version in which it stands. */
  postings: () => Postings
}

export function anchorText(
  from: readonly ComparedNode[],
  to: readonly ComparedNode[],
  comparison: Comparison,
): AnchorText {
  const [earlier, later] = [versionIndex(from), versionIndex(to)]
  const words = (index: VersionIndex, at: number, part: 'heading' | 'body'): string =>
    anchorForm(index.nodes[at]?.[part] ?? '')
  const runs = new Map<string, Run[]>()
  const bags = once(() => bagsOf(earlier.own, later.own))
  return {
    from: earlier,
    to: later,
    changeOf: new Map(comparison.flatMap((change) => change.from.map((id) => [id, change] as const))),
    layoutFrom: remembered((at) => layoutOf(earlier, at)),
    layoutTo: remembered((at) => layoutOf(later, at)),
    runs: (one, other, part) => {
      const key = `${one} ${other} ${part}`
      const known = runs.get(key) ?? keptRuns(words(earlier, one, part), words(later, other, part))
      runs.set(key, known)
      return known
    },
    laterWords: once(() => wholeLayout(later)),
    earlierWords: once(() => wholeLayout(earlier)),
    newWords: once(() => {
      const fresh = new Set(comparison.flatMap(({ kind, to: ids }) => (kind === 'new' ? ids : [])))
      const own = [...later.nodes.keys()].filter((at) => fresh.has(later.nodes[at]?.nodeId ?? ''))
      return own.flatMap((at) => [words(later, at, 'heading'), words(later, at, 'body')]).join('\n')
    }),
    bags,
    postings: once(() => postingsOf([...to.keys()], bags().to)),
  }
}

export function remembered<Value>(make: (at: number) => Value): (at: number) => Value {
  const known = new Map<number, Value>()
  return (at) => {
    const value = known.get(at) ?? make(at)
    known.set(at, value)
    return value
  }
}

function once<Value>(make: () => Value): () => Value {
  let known: { value: Value } | null = null
  return () => (known ??= { value: make() }).value
}

function wholeLayout(index: VersionIndex): Layout {
  const segments: Layout['segments'][number][] = []
  const pieces: string[] = []
  let length = 0
  for (const at of index.nodes.keys()) {
    if ((index.parent[at] ?? -1) >= 0) continue
    const { words, segments: some } = layoutOf(index, at)
    segments.push(...some.map((one) => ({ ...one, start: one.start + length, end: one.end + length })))
    pieces.push(words)
    length += words.length + 1
  }
  return { words: pieces.join('\n'), segments }
}

/** What somebody quoted, in the words of the earlier version. */
export type Quoted = { words: string; start: number; end: number; layout: Layout; node: number }

/** Null: the words are not where they were said to be. */
export function quotedOf(text: AnchorText, node: number, { quote, prefix, suffix }: Anchor): Quoted | null {
  const layout = text.layoutFrom(node)
  const words = anchorForm(quote ?? '')
  const start = onlyPlace(layout.words, words) ?? bestPlace(layout.words, words, prefix, suffix)
  return start === null || words === '' ? null : { words, start, end: start + words.length, layout, node }
}

/** Null: there are none, or several. */
export function onlyPlace(words: string, sought: string): number | null {
  const at = words.indexOf(sought)
  return at >= 0 && words.indexOf(sought, at + 1) < 0 ? at : null
}

function bestPlace(words: string, sought: string, prefix: string, suffix: string): number | null {
  const place = placeOfQuote(words, sought, prefix, suffix)
  return place === null ? null : unitsBefore(words, place.start)
}

function unitsBefore(words: string, points: number): number {
  let unit = 0
  for (let point = 0; point < points; point += 1) unit += (words.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  return unit
}
