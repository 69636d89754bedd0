import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { ownWords } from '#platform/texts/compare/version-index-rules.ts'
import { diffWords } from '#platform/texts/compare/word-diff-rules.ts'
import { wordsOfNodes } from '#platform/texts/node-rules.ts'
import type { TextNode } from '#platform/texts/shown-tree-rules.ts'
import type { Chain, EffectChange } from './effect-rules.ts'

/** A place that a version changed: what is new or gone as a whole stands as one, with all beneath it. */
export type ChangedPlace = {
  /** Of the node in the version, or, where `gone`, in the one before it. */
  nodeId: string
  gone: boolean
  kind: EffectChange
  chain: Chain
  /** Its article under its name in the version, and under the names that it had before; none where it stands in none. */
  articleIds: readonly string[]
  before: string
  after: string
  /** This node and those beneath it that stand with it: whatever is linked with one of them is linked with the place. */
  covers: readonly string[]
}

export type ChangedText = {
  changes: readonly { kind: EffectChange; earlierNodeId: string | null; nodeId: string | null }[]
  from: readonly TextNode[]
  to: readonly TextNode[]
}

type Tree = { byId: ReadonlyMap<string, TextNode>; children: ReadonlyMap<string, TextNode[]> }

/** In reading order. */
export function changedPlaces({ changes, from, to }: ChangedText): ChangedPlace[] {
  const [earlier, later] = [treeOf(from), treeOf(to)]
  const whole = (kind: 'new' | 'gone') =>
    new Set(
      changes.flatMap((one) => (one.kind === kind ? [(kind === 'new' ? one.nodeId : one.earlierNodeId) ?? ''] : [])),
    )
  const [added, gone] = [whole('new'), whole('gone')]
  const places = new Map<string, ChangedPlace>()
  for (const change of changes) {
    const isGone = change.nodeId === null
    const [tree, id, folded] = isGone
      ? [earlier, change.earlierNodeId ?? '', gone]
      : [later, change.nodeId ?? '', added]
    const node = tree.byId.get(id)
    if (!node || (folded.has(id) && folded.has(node.parentId ?? ''))) continue
    const key = `${isGone ? 'g' : 'n'}:${id}`
    const known = places.get(key)
    const before = beforeOf(change, earlier)
    if (known) {
      // Merged out of several: the words of all of them were before.
      places.set(key, { ...known, before: `${known.before} ${before}`.trim() })
      continue
    }
    const beneath = folded.has(id) ? [node, ...beneathOf(tree, id).filter((one) => folded.has(one.nodeId))] : [node]
    places.set(key, {
      nodeId: id,
      gone: isGone,
      kind: change.kind,
      chain: chainOf(tree, node),
      articleIds: articlesOf(change, { earlier, later }),
      before,
      after: isGone ? '' : change.kind === 'new' ? wholeWords(beneath) : ownWords(node),
      covers: beneath.map(({ nodeId }) => nodeId),
    })
  }
  return [...places.values()]
}

/** Word by word. */
export const piecesOf = ({ before, after }: Pick<ChangedPlace, 'before' | 'after'>): WordPiece[] =>
  diffWords(before, after)

function beforeOf({ kind, earlierNodeId }: ChangedText['changes'][number], earlier: Tree): string {
  const node = earlierNodeId === null ? undefined : earlier.byId.get(earlierNodeId)
  if (!node) return ''
  return kind === 'gone' ? wholeWords([node, ...beneathOf(earlier, node.nodeId)]) : ownWords(node)
}

/** The first node names the place, yet its heading is part of what was added or taken out. */
const wholeWords = (nodes: readonly TextNode[]): string =>
  [nodes[0]?.heading ?? '', wordsOfNodes([...nodes])].filter(Boolean).join(' ')

function articlesOf(
  { earlierNodeId, nodeId }: ChangedText['changes'][number],
  { earlier, later }: { earlier: Tree; later: Tree },
): string[] {
  const above = (tree: Tree, id: string | null): string | undefined => {
    const node = id === null ? undefined : tree.byId.get(id)
    return node && chainOf(tree, node).findLast(({ kind }) => kind === 'article')?.nodeId
  }
  return [...new Set([above(later, nodeId), above(earlier, earlierNodeId)].filter((id) => id !== undefined))]
}

function treeOf(nodes: readonly TextNode[]): Tree {
  const children = new Map<string, TextNode[]>()
  for (const node of nodes) {
    const above = node.parentId ?? ''
    children.set(above, [...(children.get(above) ?? []), node])
  }
  return { byId: new Map(nodes.map((node) => [node.nodeId, node])), children }
}

const beneathOf = (tree: Tree, id: string): TextNode[] =>
  (tree.children.get(id) ?? []).flatMap((child) => [child, ...beneathOf(tree, child.nodeId)])

function chainOf({ byId }: Tree, node: TextNode): TextNode[] {
  const above = node.parentId === null ? undefined : byId.get(node.parentId)
  return above ? [...chainOf({ byId, children: new Map() }, above), node] : [node]
}
