import { anchorForm } from '#platform/texts/anchor-rules.ts'
import type { ComparedNode } from '#platform/texts/compare/comparison.ts'
import { nodeDigest, shownLabel } from '#platform/texts/node-rules.ts'
import type { NodeKind, ReadText } from '#platform/texts/text-rules.ts'

/**
 * A text whose every word knows where it stood in the earlier version. A redraft carries the words along, so what became
 * of a node or of a quotation is known, not guessed.
 */
export type Token = {
  words: string
  /** Which word of the earlier version it is; NEW where the redraft wrote it. */
  origin: number
}

export const NEW = -1

export type Tracked = {
  id: string
  kind: NodeKind
  label: string | null
  heading: Token[] | null
  body: Token[]
  children: Tracked[]
  /** Earlier nodes that it continues, as whoever redrafts means it. */
  from: string[]
  /** The kinds of edits that touched it. */
  by: Set<string>
}

/** What a text consists of, under a root that is no node. */
export type TrackedText = { root: Tracked; tokens: number }

const TOKEN = /[\p{L}\p{M}]+|\p{N}+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

export const isWord = ({ words }: Token): boolean => /[\p{L}\p{N}]/u.test(words)

/** Words that tell something: not "e", "të", "në". Of a run of nothing but such, all. */
export function tellingWords(tokens: readonly Token[]): Token[] {
  const words = tokens.filter(isWord)
  const telling = words.filter((token) => token.words.length >= 4 || /\d/.test(token.words))
  return telling.length >= 2 ? telling : words
}

/** Words that stand in no earlier version. */
export const newTokens = (words: string): Token[] =>
  (words.match(TOKEN) ?? []).map((part) => ({ words: part, origin: NEW }))

export const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => token.words).join('')

export const idOf = (series: number, n: number): string =>
  `${String(series).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

export function blank(kind: NodeKind, label: string | null, heading: Token[] | null, body: Token[]): Tracked {
  return { id: '', kind, label, heading, body, children: [], from: [], by: new Set() }
}

/** What was read becomes the earlier version: each word numbered. */
export function trackText(read: Pick<ReadText, 'nodes'>): TrackedText {
  let tokens = 0
  const numbered = (words: string): Token[] =>
    (words.match(TOKEN) ?? []).map((part) => ({ words: part, origin: tokens++ }))
  const root = blank('part', null, null, [])
  const made: Tracked[] = []
  for (const [at, { kind, label, heading, body, parent }] of read.nodes.entries()) {
    const node = blank(kind, label, heading === null ? null : numbered(heading), numbered(body))
    node.id = idOf(1, at)
    const above = parent === null ? root : made[parent]
    if (!above) throw new Error('a parent comes before its children')
    above.children.push(node)
    made.push(node)
  }
  return { root, tokens }
}

/** The same text as the beginning of a later version: every node continues itself. */
export function continued({ root }: TrackedText): Tracked {
  const copy = (node: Tracked): Tracked => ({
    ...node,
    body: [...node.body],
    heading: node.heading && [...node.heading],
    children: node.children.map(copy),
    from: node.id === '' ? [] : [node.id],
    by: new Set(),
  })
  return copy(root)
}

/** In reading order, without the root. */
export const allBeneath = (node: Tracked): Tracked[] => node.children.flatMap((child) => [child, ...allBeneath(child)])

export const withBeneath = (node: Tracked): Tracked[] => [node, ...allBeneath(node)]

/** Every node has the node above it. */
export function parentsOf(root: Tracked): Map<Tracked, Tracked> {
  const parents = new Map<Tracked, Tracked>()
  for (const node of withBeneath(root)) for (const child of node.children) parents.set(child, node)
  return parents
}

/** As the comparison gets it. */
export function comparedNodes(root: Tracked): ComparedNode[] {
  const rows: ComparedNode[] = []
  const add = (node: Tracked, parentId: string | null): void => {
    const { id: nodeId, kind, label } = node
    const heading = node.heading === null ? null : wordsOf(node.heading)
    const body = wordsOf(node.body)
    rows.push({ nodeId, parentId, kind, label, heading, body, digest: nodeDigest({ kind, label, heading, body }) })
    for (const child of node.children) add(child, nodeId)
  }
  for (const node of root.children) add(node, null)
  return rows
}

/** The folded words of a node with all beneath it; each code point knows its token. */
export type FoldedWords = { points: string[]; tokens: (Token | null)[] }

/** The same form as `anchorForm(wordsOfNodes(…))`; it is checked that it is. */
export function foldedWords(node: Tracked): FoldedWords {
  const runs: (Token | null)[][] = [node.body]
  const labels = new Map<(Token | null)[], string>()
  for (const child of allBeneath(node)) {
    const label: (Token | null)[] = [null]
    labels.set(label, shownLabel(child) ?? '')
    runs.push(label, child.heading ?? [], child.body)
  }
  const points: string[] = []
  const tokens: (Token | null)[] = []
  const put = (words: string, token: Token | null): void => {
    for (const point of words.normalize('NFC').replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '')) {
      const space = /\s/.test(point)
      if (space && (points.length === 0 || points.at(-1) === ' ')) continue
      points.push(space ? ' ' : point)
      tokens.push(token)
    }
  }
  for (const run of runs) {
    put(' ', null)
    for (const token of run) put(token?.words ?? labels.get(run) ?? '', token)
  }
  if (points.at(-1) === ' ') {
    points.pop()
    tokens.pop()
  }
  return { points, tokens }
}

/** Throws if the words tracked here are not those in which the program seeks quotations. */
export function expectSameForm(folded: FoldedWords, words: string): void {
  const wanted = anchorForm(words)
  if (folded.points.join('') !== wanted) throw new Error(`words are folded otherwise: ${wanted.slice(0, 200)}`)
}
