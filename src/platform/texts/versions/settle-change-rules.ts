import type { ComparedNode } from '../compare/comparison.ts'
import { plainLikeness } from '../compare/word-bag-rules.ts'
import { ownWords } from '../compare/version-index-rules.ts'
import { foldWords } from '../words-rules.ts'
import type { ChangeRow } from './change-row.ts'

export type ChangeDecision =
  /** It is as proposed. */
  | { kind: 'accept' }
  /** It continues this other node of the earlier version; of what is gone: it lives on in this node of the draft. */
  | { kind: 'continues'; nodeId: string }
  /** It continues nothing. */
  | { kind: 'new' }

/** What follows from a decision: nodes of the draft under other lineages, one after the other, and the rows as known then. */
export type Settled = { renames: { from: string; to: string }[]; known: ChangeRow[] }

export type Settling = {
  from: readonly ComparedNode[]
  to: readonly ComparedNode[]
  known: readonly ChangeRow[]
  by: { confirmedBy: string | null; confirmedAt: Date }
  freshId: () => string
}

/** Null: such a decision cannot be made of this row. */
export function settled(row: ChangeRow, decision: ChangeDecision, settling: Settling): Settled | null {
  switch (decision.kind) {
    case 'accept':
      return accepted(row, settling)
    case 'continues':
      return continued(row, decision.nodeId, settling)
    case 'new':
      return row.nodeId === null ? null : standsAlone(row, row.nodeId, settling)
  }
}

const isMany = ({ kind }: ChangeRow): boolean => kind === 'split' || kind === 'merged'

/** All pairs of the same split or merger: one decision for all of them. */
export const groupOf = (row: ChangeRow, known: readonly ChangeRow[]): ChangeRow[] =>
  isMany(row)
    ? known.filter(
        (one) =>
          one.kind === row.kind &&
          (row.kind === 'split' ? one.earlierNodeId === row.earlierNodeId : one.nodeId === row.nodeId),
      )
    : [row]

function accepted(row: ChangeRow, settling: Settling): Settled {
  const group = groupOf(row, settling.known)
  const confirmed = settling.known.map((one) => (group.includes(one) ? { ...one, ...settling.by } : one))
  const pair = pairToJoin(group, settling)
  return pair ? joined(pair, { ...settling, known: confirmed }) : { renames: [], known: confirmed }
}

type Pair = { earlier: string; later: string }

/** Which node takes over which lineage: the likeliest pair, if none of them carries it yet. */
function pairToJoin(group: readonly ChangeRow[], { from, to }: Settling): Pair | null {
  if (group.some(({ earlierNodeId, nodeId }) => earlierNodeId === nodeId)) return null
  const pairs = group.flatMap(({ earlierNodeId: earlier, nodeId: later }) =>
    earlier !== null && later !== null ? [{ earlier, later }] : [],
  )
  const likeness = ({ earlier, later }: Pair) => plainLikeness(wordsOf(from, earlier), wordsOf(to, later))
  return pairs.toSorted((a, b) => likeness(b) - likeness(a))[0] ?? null
}

function wordsOf(nodes: readonly ComparedNode[], id: string): string {
  const node = nodes.find(({ nodeId }) => nodeId === id)
  const beneath = nodes.filter(({ parentId }) => parentId === id)
  return foldWords([node, ...beneath].map((one) => (one ? ownWords(one) : '')).join(' '))
}

/** The node takes the lineage; whichever had it stands for itself until a person has looked. */
function joined({ earlier, later }: Pair, { to, known, freshId }: Settling): Settled {
  const renames: Settled['renames'] = []
  const rows = known.filter(({ kind, earlierNodeId }) => !(kind === 'gone' && earlierNodeId === earlier))
  if (later === earlier) return { renames, known: rows }
  if (to.some(({ nodeId }) => nodeId === earlier)) {
    const freed = freshId()
    renames.push({ from: earlier, to: freed })
    rows.push(openRow({ kind: 'new', earlierNodeId: null, nodeId: freed }))
  }
  renames.push({ from: later, to: earlier })
  return { renames, known: renamed(rows, renames) }
}

const openRow = (row: Pick<ChangeRow, 'kind' | 'earlierNodeId' | 'nodeId'>): ChangeRow => ({
  ...row,
  alsoMoved: false,
  likeness: 0,
  proposedBy: 'program',
  certain: false,
  confirmedBy: null,
  confirmedAt: null,
})

const renamed = (rows: readonly ChangeRow[], renames: Settled['renames']): ChangeRow[] =>
  renames.reduce<ChangeRow[]>(
    (all, { from, to }) => all.map((row) => (row.nodeId === from ? { ...row, nodeId: to } : row)),
    [...rows],
  )

function continued(row: ChangeRow, choice: string, settling: Settling): Settled | null {
  const { from, to, by } = settling
  const earlier = row.nodeId === null ? row.earlierNodeId : choice
  const later = row.nodeId ?? choice
  const one = from.find(({ nodeId }) => nodeId === earlier)
  const other = to.find(({ nodeId }) => nodeId === later)
  if (!one || !other || earlier === null) return null
  // What the node was thought to continue is asked about again, as is what else was thought to continue this one.
  const left = from.some(({ nodeId }) => nodeId === later) && later !== earlier ? [later] : []
  const known = settling.known.filter((each) => each.nodeId !== later && each.earlierNodeId !== earlier)
  known.push(...left.map((id) => openRow({ kind: 'gone', earlierNodeId: id, nodeId: null })))
  known.push({
    ...openRow({ kind: 'reworded', earlierNodeId: earlier, nodeId: later }),
    ...(row.id !== undefined && { id: row.id }),
    likeness: plainLikeness(wordsOf(from, earlier), wordsOf(to, later)),
    proposedBy: 'person',
    certain: true,
    ...by,
  })
  return joined({ earlier, later }, { ...settling, known })
}

function standsAlone(row: ChangeRow, node: string, settling: Settling): Settled {
  const { from, by, freshId } = settling
  const carries = from.some(({ nodeId }) => nodeId === node)
  const id = carries ? freshId() : node
  const rest = settling.known.filter(({ nodeId }) => nodeId !== node)
  const known = row.kind === 'split' ? alone(rest, row) : rest
  known.push({
    ...openRow({ kind: 'new', earlierNodeId: null, nodeId: id }),
    ...(row.id !== undefined && { id: row.id }),
    proposedBy: 'person',
    certain: true,
    ...by,
  })
  return { renames: carries ? [{ from: node, to: id }] : [], known }
}

/** A split that has lost all its pieces but one is none any more. */
function alone(rest: ChangeRow[], row: ChangeRow): ChangeRow[] {
  const group = groupOf(row, rest)
  return group.length === 1 ? rest.map((one) => (one === group[0] ? { ...one, kind: 'reworded' } : one)) : rest
}
