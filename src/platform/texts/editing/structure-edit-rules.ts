import { isDivision } from '../shown-tree-rules.ts'
import type { NodeKind } from '../text-rules.ts'
import {
  childrenOf,
  isUnit,
  nodesOf,
  printedOf,
  reworded,
  rowsOf,
  spanOf,
  wordsOf,
  type Draft,
  type DraftNode,
  type FreshId,
} from './draft-tree-rules.ts'
import { keepLineages } from './keep-lineage-rules.ts'
import type { MarkedNode } from './marked-text-rules.ts'

/** What can be done to a draft. Each gives the whole draft anew, or why not. */

export type EditRefusal =
  | 'no-such-node'
  /** It stands first, or last, and there is no division beside to go to. */
  | 'at-the-edge'
  | 'not-an-article'
  /** Nothing would be left before the place, or nothing stands there. */
  | 'not-a-place'
  | 'no-next-article'
  | 'has-heading'
  | 'no-line'
  /** A division cannot stand within itself. */
  | 'within-itself'

export type Edited =
  { kind: 'edited'; draft: DraftNode[]; focus: string | null } | { kind: 'refused'; why: EditRefusal }

const refused = (why: EditRefusal): Edited => ({ kind: 'refused', why })
const edited = (draft: DraftNode[], focus: string | null): Edited => ({ kind: 'edited', draft, focus })

export type UnitWords = { label: string | null; heading: string | null; body: string; nodes: readonly MarkedNode[] }

/** Label, heading and words of one unit as an official has typed them. */
export function setWords(draft: Draft, nodeId: string, words: UnitWords, freshId: FreshId): Edited {
  const node = draft.find((one) => one.nodeId === nodeId)
  const span = spanOf(draft, nodeId)
  if (!node || !span) return refused('no-such-node')
  const before = wordsOf(draft, nodeId)
  if (!isUnit(node)) {
    const rows = keepLineages(before, rowsOf(words.nodes, node.parentId, freshId))
    const kept = [...draft.slice(0, span.from), ...rows, ...draft.slice(span.to)]
    return edited(kept, rows.find((row) => row.nodeId === nodeId)?.nodeId ?? rows[0]?.nodeId ?? null)
  }
  const { label, heading, body } = words
  const rows = keepLineages(before, rowsOf(words.nodes, nodeId, freshId))
  const rest = draft.slice(span.from + 1 + before.length)
  return edited([...draft.slice(0, span.from), reworded(node, { label, heading, body }), ...rows, ...rest], nodeId)
}

/** What an official adds. */
export const ADDED_KINDS = ['article', 'part', 'title', 'chapter', 'section'] as const satisfies readonly NodeKind[]
export type AddedKind = (typeof ADDED_KINDS)[number]

/** `beside` null: at the end. */
export type UnitPlace = { beside: string | null; where: 'before' | 'after' | 'within' }
export type NewUnit = { kind: NodeKind; word: string | null; label: string | null; heading: string | null }

/**
 * An article or a division before or after another unit; `beside` null: at the end. A division may take the articles that
 * follow it up to the next division.
 */
export function addUnit(
  draft: Draft,
  place: UnitPlace,
  unit: NewUnit & { nodes: readonly MarkedNode[]; takes: boolean },
  freshId: FreshId,
): Edited {
  const nodeId = freshId()
  const beside = place.beside === null ? null : draft.find((one) => one.nodeId === place.beside)
  const span = place.beside === null ? { from: endOfActs(draft), to: endOfActs(draft) } : spanOf(draft, place.beside)
  if (beside === undefined || !span) return refused('no-such-node')
  const within = place.where === 'within' && beside !== null && isDivision(beside)
  const parentId = within ? beside.nodeId : (beside?.parentId ?? null)
  const at = place.where === 'before' ? span.from : span.to
  const { kind, label, heading, word } = unit
  const own = { nodeId, parentId, kind, label, heading, body: '' }
  const row: DraftNode = { ...own, printed: printedOf(own, word) }
  const rest = draft.slice(at)
  const taken = isDivision(unit) && unit.takes ? countTaken(rest, parentId) : 0
  const following = rest.map((one, index) =>
    index < taken && one.parentId === parentId ? { ...one, parentId: nodeId } : one,
  )
  return edited([...draft.slice(0, at), row, ...rowsOf(unit.nodes, nodeId, freshId), ...following], nodeId)
}

/** Signatures and annexes stay last. */
function endOfActs(draft: Draft): number {
  const at = draft.findIndex((one) => one.parentId === null && (one.kind === 'signature' || one.kind === 'annex'))
  return at < 0 ? draft.length : at
}

/** How many rows a division takes that is put before them: those of articles, up to whatever is none. */
function countTaken(rest: Draft, parentId: string | null): number {
  const end = rest.findIndex((one) => one.parentId === parentId && one.kind !== 'article')
  const out = rest.findIndex((one) => one.parentId !== parentId && !rest.some((other) => other.nodeId === one.parentId))
  return Math.min(end < 0 ? rest.length : end, out < 0 ? rest.length : out)
}

/** With all that stands beneath it. */
export function removeUnit(draft: Draft, nodeId: string): Edited {
  const span = spanOf(draft, nodeId)
  if (!span) return refused('no-such-node')
  const next = draft.slice(span.to).find(isUnit) ?? draft.slice(0, span.from).findLast(isUnit)
  return edited([...draft.slice(0, span.from), ...draft.slice(span.to)], next?.nodeId ?? null)
}

/** Changes places with its neighbour; at the edge of a division it goes into the one beside. */
export function moveBy(draft: Draft, nodeId: string, by: 'up' | 'down'): Edited {
  const node = draft.find((one) => one.nodeId === nodeId)
  if (!node) return refused('no-such-node')
  const beside = neighbour(draft, node, by)
  if (beside) {
    const [first, second] = by === 'up' ? [beside, node] : [node, beside]
    const from = spanOf(draft, first.nodeId)?.from ?? 0
    const to = spanOf(draft, second.nodeId)?.to ?? 0
    const swapped = [...nodesOf(draft, second.nodeId), ...nodesOf(draft, first.nodeId)]
    return edited([...draft.slice(0, from), ...swapped, ...draft.slice(to)], nodeId)
  }
  const parent = draft.find((one) => one.nodeId === node.parentId)
  const home = parent && neighbour(draft, parent, by)
  if (!home || !isDivision(home)) return refused('at-the-edge')
  return put(draft, node, home.nodeId, by === 'up' ? 'last' : 'first')
}

/** The unit before or after it under the same parent. Words of the division itself stay where they are. */
function neighbour(draft: Draft, node: DraftNode, by: 'up' | 'down'): DraftNode | null {
  const siblings = childrenOf(draft, node.parentId)
  const found = siblings[siblings.findIndex((one) => one.nodeId === node.nodeId) + (by === 'up' ? -1 : 1)]
  if (!found || isUnit(node) !== isUnit(found)) return null
  return found.kind === 'preamble' || found.kind === 'signature' ? null : found
}

/** To the end of another division; null: out of all of them, after the last. */
export function moveUnder(draft: Draft, nodeId: string, divisionId: string | null): Edited {
  const node = draft.find((one) => one.nodeId === nodeId)
  if (!node) return refused('no-such-node')
  if (divisionId !== null && nodesOf(draft, nodeId).some((one) => one.nodeId === divisionId))
    return refused('within-itself')
  const division = draft.find((one) => one.nodeId === divisionId)
  if (divisionId !== null && (!division || !isDivision(division))) return refused('no-such-node')
  return put(draft, node, divisionId, 'last')
}

function put(draft: Draft, node: DraftNode, parentId: string | null, where: 'first' | 'last'): Edited {
  const rows = nodesOf(draft, node.nodeId).map((one) => (one.nodeId === node.nodeId ? { ...one, parentId } : one))
  const ids = new Set(rows.map((one) => one.nodeId))
  const rest = draft.filter((one) => !ids.has(one.nodeId))
  const span = parentId === null ? null : spanOf(rest, parentId)
  const words = parentId === null ? 0 : wordsOf(rest, parentId).length
  const at = span ? (where === 'first' ? span.from + 1 + words : span.to) : endOfActs(rest)
  return edited([...rest.slice(0, at), ...rows, ...rest.slice(at)], node.nodeId)
}

/** The article ends before this point or paragraph; from there on it is another. */
export function splitArticle(
  draft: Draft,
  nodeId: string,
  order: { at: string; label: string; heading: string | null },
  freshId: FreshId,
): Edited {
  const article = draft.find((one) => one.nodeId === nodeId)
  if (article?.kind !== 'article') return refused('not-an-article')
  const children = childrenOf(draft, nodeId)
  const first = children.findIndex((one) => one.nodeId === order.at)
  if (first < 1) return refused('not-a-place')
  const { label, heading } = order
  const added: DraftNode = { ...article, nodeId: freshId(), label, heading, body: '' }
  const at = spanOf(draft, order.at)?.from ?? 0
  const end = spanOf(draft, nodeId)?.to ?? 0
  const rest = draft.slice(at, end).map((one) => (one.parentId === nodeId ? { ...one, parentId: added.nodeId } : one))
  const row = { ...added, printed: printedOf(added) }
  return edited([...draft.slice(0, at), row, ...rest, ...draft.slice(end)], added.nodeId)
}

/** The next article's words become the end of this one; its label and heading go. */
export function mergeWithNext(draft: Draft, nodeId: string, freshId: FreshId): Edited {
  const article = draft.find((one) => one.nodeId === nodeId)
  if (article?.kind !== 'article') return refused('not-an-article')
  const next = neighbour(draft, article, 'down')
  if (next?.kind !== 'article') return refused('no-next-article')
  const own =
    next.body === ''
      ? []
      : rowsOf([{ kind: 'paragraph', label: null, heading: null, body: next.body, children: [] }], nodeId, freshId)
  return edited(
    draft.flatMap((one) =>
      one.nodeId === next.nodeId ? own : [one.parentId === next.nodeId ? { ...one, parentId: nodeId } : one],
    ),
    nodeId,
  )
}

/** The first line of a paragraph becomes the heading of its article or division. */
export function makeHeading(draft: Draft, nodeId: string, paragraphId: string): Edited {
  const unit = draft.find((one) => one.nodeId === nodeId)
  const paragraph = draft.find((one) => one.nodeId === paragraphId && one.parentId === nodeId)
  if (!unit || !isUnit(unit)) return refused('no-such-node')
  if (unit.heading !== null) return refused('has-heading')
  const [heading = '', ...lines] = paragraph?.kind === 'paragraph' ? paragraph.body.split('\n') : []
  if (heading === '') return refused('no-line')
  return edited(
    draft.flatMap((one) => {
      if (one.nodeId === nodeId) return [reworded(one, { heading })]
      if (one.nodeId !== paragraphId) return [one]
      return lines.length === 0 ? [] : [reworded(one, { body: lines.join('\n') })]
    }),
    nodeId,
  )
}
