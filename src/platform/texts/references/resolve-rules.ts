import type { TextNode } from '../shown-tree-rules.ts'
import type { Label } from './mention-rules.ts'
import { piecesOf, type Piece, type Reference } from './reference-rules.ts'

/** Nodes of one version in reading order, parents first. */
export type CitedNode = Pick<TextNode, 'nodeId' | 'parentId' | 'kind' | 'label'>

/** What each label of a citation names: the node, or null. */
export type NamedLabel = { label: Label; nodeId: string | null }

export type Resolver = {
  /** The nodes that a citation names which stands in the words of this node; none: another act, or not to be found. */
  resolve(atNodeId: string, reference: Reference): string[]
  resolvePiece(atNodeId: string, piece: Piece): string | null
  nameLabels(atNodeId: string, piece: Piece): NamedLabel[]
}

export const resolveReference = (nodes: readonly CitedNode[], atNodeId: string, reference: Reference): string[] =>
  resolverOf(nodes).resolve(atNodeId, reference)

const made = new WeakMap<readonly CitedNode[], Resolver>()

export function resolverOf(nodes: readonly CitedNode[]): Resolver {
  const known = made.get(nodes)
  if (known) return known
  const index = indexOf(nodes)
  const nameLabels = (at: string, piece: Piece) => labelsIn(index, at, piece)
  const resolvePiece = (at: string, piece: Piece) => finest(nameLabels(at, piece))
  const resolver: Resolver = {
    nameLabels,
    resolvePiece,
    resolve: (at, reference) =>
      reference.external ? [] : piecesOf(reference).flatMap((piece) => resolvePiece(at, piece) ?? []),
  }
  made.set(nodes, resolver)
  return resolver
}

/** Null where one of the labels names nothing: a link to half of it would mislead. */
function finest(named: NamedLabel[]): string | null {
  return named.some((one) => one.nodeId === null) ? null : (named.at(-1)?.nodeId ?? null)
}

type Index = {
  nodes: Map<string, CitedNode>
  children: Map<string | null, CitedNode[]>
  articles: Map<string, CitedNode[]>
  divisions: CitedNode[]
}

const DIVISIONS = new Set(['part', 'title', 'chapter', 'section', 'annex'])
const bare = (label: string | null): string => (label ?? '').replace(/^[\s(]+|[\s).]+$/g, '').toLowerCase()

function indexOf(nodes: readonly CitedNode[]): Index {
  const index: Index = { nodes: new Map(), children: new Map(), articles: new Map(), divisions: [] }
  for (const node of nodes) {
    index.nodes.set(node.nodeId, node)
    add(index.children, node.parentId, node)
    if (node.kind === 'article') add(index.articles, bare(node.label), node)
    if (DIVISIONS.has(node.kind)) index.divisions.push(node)
  }
  return index
}

function add<Key>(map: Map<Key, CitedNode[]>, key: Key, node: CitedNode): void {
  const list = map.get(key)
  if (list) list.push(node)
  else map.set(key, [node])
}

function labelsIn(index: Index, at: string, piece: Piece): NamedLabel[] {
  if (piece.divisions.length > 0 && !piece.article) return divisionLabels(index, at, piece.divisions)
  const named: NamedLabel[] = []
  let within = homeOf(index, at, piece)
  const name = (label: Label, node: CitedNode | null) => {
    named.push({ label, nodeId: node?.nodeId ?? null })
    within = node
  }
  if (piece.article) name(piece.article, within)
  if (piece.paragraph) name(piece.paragraph, nthParagraph(index, within, Number(piece.paragraph.label)))
  if (piece.point) name(piece.point, pointIn(index, within, piece.point.label))
  if (piece.letter) {
    const own = named.length === 0 && piece.own === null ? ancestor(index, at, 'point') : null
    const inPoint = own && beneath(index, own, piece.letter.label, 'letter')
    name(piece.letter, inPoint ?? beneath(index, within, piece.letter.label, 'letter'))
  }
  return named
}

/** Where the first label of a citation is sought: the article that it names, or the one that it stands in. */
function homeOf(index: Index, at: string, piece: Piece): CitedNode | null {
  if (piece.article) return citedArticle(index, at, piece.article.label.toLowerCase())
  if (piece.own === 'point') return ancestor(index, at, 'point') ?? ancestor(index, at, 'article')
  return ancestor(index, at, 'article')
}

/** "nenit 5/1" is the article 5/1, and where there is none, as many write it, point 1 of article 5. */
function citedArticle(index: Index, at: string, label: string): CitedNode | null {
  const exact = oneOf(index, at, index.articles.get(label) ?? [])
  if (exact) return exact
  const [first = '', ...rest] = label.split('/')
  const article = rest.length > 0 ? oneOf(index, at, index.articles.get(first) ?? []) : null
  return article && beneath(index, article, rest.join('/'), 'point')
}

/** Without articles (a decision) points stand at the root; in an act with articles nothing is cited from there. */
function pointIn(index: Index, within: CitedNode | null, label: string): CitedNode | null {
  if (!within && index.articles.size > 0) return null
  return beneath(index, within, label, 'point') ?? countedParagraph(index, within, label)
}

/** The only one; of several with the same label (a statute in an annex counts anew) the one in the same annex. */
function oneOf(index: Index, at: string, candidates: CitedNode[]): CitedNode | null {
  if (candidates.length < 2) return candidates[0] ?? null
  const home = ancestor(index, at, 'annex')?.nodeId ?? null
  const near = candidates.filter((one) => (ancestor(index, one.nodeId, 'annex')?.nodeId ?? null) === home)
  return near.length === 1 ? (near[0] ?? null) : null
}

function ancestor(index: Index, at: string, kind: CitedNode['kind']): CitedNode | null {
  let node = index.nodes.get(at)
  while (node && node.kind !== kind) node = node.parentId === null ? undefined : index.nodes.get(node.parentId)
  return node ?? null
}

/** The nearest of these kinds with this label; null where two stand equally near. */
function beneath(index: Index, from: CitedNode | null, label: string, kind: 'point' | 'letter'): CitedNode | null {
  const wanted = bare(label)
  let level = index.children.get(from?.nodeId ?? null) ?? []
  while (level.length > 0) {
    const found = level.filter((node) => node.kind === kind && bare(node.label) === wanted)
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null
    level = level.flatMap((node) => (node.kind === 'article' ? [] : (index.children.get(node.nodeId) ?? [])))
  }
  return null
}

/** "paragrafi 2" of an article without points is counted. */
const countedParagraph = (index: Index, within: CitedNode | null, label: string): CitedNode | null =>
  /^\d+$/.test(label) && within && !childrenOf(index, within).some((node) => node.kind === 'point')
    ? nthParagraph(index, within, Number(label))
    : null

/** An article whose paragraphs are one body is itself where they stand. */
function nthParagraph(index: Index, within: CitedNode | null, n: number): CitedNode | null {
  if (!within) return null
  return childrenOf(index, within).filter((node) => node.kind === 'paragraph')[n - 1] ?? within
}

const childrenOf = (index: Index, node: CitedNode): CitedNode[] => index.children.get(node.nodeId) ?? []

/** "kreut II" of a text whose parts count anew is the one beside the citation's own. */
function divisionLabels(index: Index, at: string, labels: Label[]): NamedLabel[] {
  return labels.map((label) => {
    const found = index.divisions.filter(
      (node) => node.kind === label.division && bare(node.label) === bare(label.label),
    )
    const own = label.division ? ancestor(index, at, label.division) : null
    const beside = found.filter((node) => own !== null && node.parentId === own.parentId)
    const one = found.length > 1 && beside.length === 1 ? beside[0] : oneOf(index, at, found)
    return { label, nodeId: labels.length === 1 ? (one?.nodeId ?? null) : null }
  })
}
