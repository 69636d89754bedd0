import { shownLabel } from '#platform/texts/node-rules.ts'
import type { NodeKind } from '#platform/texts/text-rules.ts'

type PlacedNode = {
  nodeId: string
  parentId: string | null
  kind: NodeKind
  label: string | null
  heading: string | null
  body: string
}

type Change = {
  kind: 'moved' | 'reworded' | 'split' | 'merged' | 'new' | 'gone'
  earlierNodeId: string | null
  nodeId: string | null
}

/** A place at which the final text differs from the one that was laid. What is new or gone as a whole is one place. */
export type ChangedPlace = {
  /** Of the node in the draft; of one that is gone, in the laid text. */
  nodeId: string
  gone: boolean
  kind: Change['kind']
  /** From the article downwards; labels as they are shown. */
  path: readonly { kind: NodeKind; label: string | null; heading: string | null }[]
  /** The label of its article, in the draft and before. */
  articles: readonly string[]
  before: string
  after: string
}

type Tree = ReadonlyMap<string, PlacedNode>

/** In reading order. */
export function changedPlaces(
  changes: readonly Change[],
  from: readonly PlacedNode[],
  to: readonly PlacedNode[],
): ChangedPlace[] {
  const [earlier, later] = [treeOf(from), treeOf(to)]
  const whole = new Set(
    changes.flatMap(({ kind, nodeId, earlierNodeId }) =>
      kind === 'new' ? [nodeId ?? ''] : kind === 'gone' ? [earlierNodeId ?? ''] : [],
    ),
  )
  const seen = new Set<string>()
  return changes.flatMap((change): ChangedPlace[] => {
    const gone = change.nodeId === null
    const node = (gone ? earlier : later).get((gone ? change.earlierNodeId : change.nodeId) ?? '')
    if (!node || seen.has(node.nodeId)) return []
    // It stands with the one above it, which is new or gone as a whole.
    if (whole.has(node.nodeId) && whole.has(node.parentId ?? '')) return []
    seen.add(node.nodeId)
    return [placeOf(change, node, { earlier, later, from, to })]
  })
}

type Texts = { earlier: Tree; later: Tree; from: readonly PlacedNode[]; to: readonly PlacedNode[] }

function placeOf({ kind, nodeId, earlierNodeId }: Change, node: PlacedNode, texts: Texts): ChangedPlace {
  const gone = nodeId === null
  const before = earlierNodeId === null ? undefined : texts.earlier.get(earlierNodeId)
  const chain = chainOf(gone ? texts.earlier : texts.later, node)
  const articles = [articleOf(chain), before && articleOf(chainOf(texts.earlier, before))]
  return {
    nodeId: node.nodeId,
    gone,
    kind,
    path: chain
      .slice(
        Math.max(
          0,
          chain.findIndex((one) => one.kind === 'article'),
        ),
      )
      .map((one) => ({ kind: one.kind, label: shownLabel(one), heading: one.heading })),
    articles: [...new Set(articles.filter((label) => label !== undefined && label !== null))],
    before: before ? wordsOf(before, kind === 'gone' ? texts.from : []) : '',
    after: gone ? '' : wordsOf(node, kind === 'new' ? texts.to : []),
  }
}

const treeOf = (nodes: readonly PlacedNode[]): Tree => new Map(nodes.map((node) => [node.nodeId, node]))

function chainOf(tree: Tree, node: PlacedNode): PlacedNode[] {
  const above = node.parentId === null ? undefined : tree.get(node.parentId)
  return above ? [...chainOf(tree, above), node] : [node]
}

const articleOf = (chain: readonly PlacedNode[]): string | null =>
  chain.findLast(({ kind }) => kind === 'article')?.label ?? null

/** Its own words, and those of all that came or went with it. */
function wordsOf(node: PlacedNode, all: readonly PlacedNode[]): string {
  const own = [node.heading ?? '', node.body].filter(Boolean).join('\n')
  const beneath = all.filter(({ parentId }) => parentId === node.nodeId).map((one) => wordsOf(one, all))
  return [own, ...beneath].filter(Boolean).join('\n')
}

/** `Neni 3/1, pika 2` names article 3/1. Null: no article is named. */
export function articleNamed(words: string | null): string | null {
  const [, label] = /\bnen(?:i|it|in)?\.?\s*(\d+(?:[/.]\d+)?(?:\s*[a-z]\b)?)/iu.exec(words ?? '') ?? []
  return label?.replaceAll(/\s/g, '') ?? null
}

type Named = { article: string | null; words: string; nodeIds: readonly string[] }

/** The places that an amendment has most likely changed: those of the article that it names, or its own, where it has them. */
export function proposedPlaces(amendment: Named, places: readonly ChangedPlace[]): string[] {
  const kept = places.filter(({ nodeId }) => amendment.nodeIds.includes(nodeId))
  if (kept.length > 0) return kept.map(({ nodeId }) => nodeId)
  const label = articleNamed(amendment.article) ?? articleNamed(amendment.words)
  return label === null ? [] : places.filter(({ articles }) => articles.includes(label)).map(({ nodeId }) => nodeId)
}

/** Places that no amendment has changed. */
export const orphansOf = (
  places: readonly ChangedPlace[],
  amendments: readonly { state: string; nodeIds: readonly string[] }[],
): ChangedPlace[] => {
  const known = new Set(amendments.flatMap(({ state, nodeIds }) => (state === 'made' ? nodeIds : [])))
  return places.filter(({ nodeId }) => !known.has(nodeId))
}

/** The first words of a text that still calls itself a draft: «Projektrregullore për tregun»; null: it does not. */
export function calledDraftIn(nodes: readonly Pick<PlacedNode, 'heading' | 'body'>[]): string | null {
  const words = [nodes[0]?.heading, nodes[0]?.body].filter(Boolean).join(' ').trim()
  return /^projekt/i.test(words) ? [...words].slice(0, 80).join('') : null
}
