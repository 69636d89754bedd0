import { compareVersions, linksOfChanges } from '../compare/compare-rules.ts'
import type { ComparedNode, Comparison, NodeChange } from '../compare/comparison.ts'
import type { ChangeRow } from './change-row.ts'

/** What a proposal settles by itself, and what is left for a person. */
export type TakenOver = {
  /** By the id that a node was given for now: the lineage that it continues. */
  lineages: ReadonlyMap<string, string>
  /** Splits, mergers and doubtful pairs; of the later version by the ids that its nodes were given for now. */
  known: readonly ChangeRow[]
}

/**
 * Certain pairs take over the lineage: of a split its likeliest piece, of a merger the one of the largest. What is doubtful
 * keeps the id that it has, so that nothing hangs on a guess.
 */
export function takeOver(proposal: Comparison): TakenOver {
  const lineages = new Map<string, string>()
  const known: ChangeRow[] = []
  for (const change of proposal) {
    const [earlier] = change.from
    const [later] = change.to
    if (change.certain && earlier !== undefined && later !== undefined) lineages.set(later, earlier)
    if (!change.certain || isMany(change)) known.push(...pairsOf(change))
  }
  return { lineages, known }
}

const isMany = ({ kind }: Pick<NodeChange, 'kind'>): boolean => kind === 'split' || kind === 'merged'

/** One row for each pair. A doubtful one that would be the same stands as moved: where there is nothing to say, no row is. */
function pairsOf({ kind, from, to, alsoMoved, likeness, certain }: NodeChange): ChangeRow[] {
  const row = (earlierNodeId: string | null, nodeId: string | null): ChangeRow => ({
    kind: kind === 'same' ? 'moved' : kind,
    earlierNodeId,
    nodeId,
    alsoMoved: kind === 'moved' ? false : alsoMoved,
    likeness,
    proposedBy: 'program',
    certain,
    confirmedBy: null,
    confirmedAt: null,
  })
  if (from.length === 0) return to.map((id) => row(null, id))
  if (to.length === 0) return from.map((id) => row(id, null))
  return from.flatMap((earlier) => to.map((later) => row(earlier, later)))
}

/**
 * What stands between a draft and the version that it continues, by the lineages that the draft has now. What persons have
 * decided is kept, and a doubtful pair waits for one as long as both its nodes are there and go without each other.
 */
export function changeRows(
  from: readonly ComparedNode[],
  to: readonly ComparedNode[],
  known: readonly ChangeRow[],
): ChangeRow[] {
  const comparison = compareVersions(from, to, linksOfChanges(storedOf(known)))
  const waiting = openPairs(comparison, known)
  const taken = new Set([...waiting.values()].map(({ earlierNodeId }) => earlierNodeId))
  const rows = comparison.flatMap((change): ChangeRow[] => {
    if (change.kind === 'same') return []
    const pair = change.kind === 'new' ? waiting.get(change.to[0] ?? '') : undefined
    if (pair) return [pair]
    return change.kind === 'gone' && taken.has(change.from[0] ?? '') ? [] : pairsOf(change)
  })
  const before = new Map(known.map((row) => [keyOf(row), row]))
  return rows.map((row) => carried(row, before.get(keyOf(row))))
}

const keyOf = ({ earlierNodeId, nodeId }: ChangeRow): string => `${earlierNodeId} ${nodeId}`

/** Doubtful pairs of one and one, by the later node; the likeliest where several want the same. */
function openPairs(comparison: Comparison, known: readonly ChangeRow[]): Map<string, ChangeRow> {
  const gone = new Set(comparison.flatMap(({ kind, from }) => (kind === 'gone' ? from : [])))
  const fresh = new Set(comparison.flatMap(({ kind, to }) => (kind === 'new' ? to : [])))
  const pairs = new Map<string, ChangeRow>()
  for (const row of known.toSorted((a, b) => b.likeness - a.likeness)) {
    const { earlierNodeId, nodeId } = row
    if (!isOpen(row) || isMany(row) || earlierNodeId === null || nodeId === null) continue
    if (!gone.delete(earlierNodeId) || !fresh.delete(nodeId)) continue
    pairs.set(nodeId, row)
  }
  return pairs
}

export const isOpen = ({ certain, confirmedAt }: Pick<ChangeRow, 'certain' | 'confirmedAt'>): boolean =>
  !certain && confirmedAt === null

/** The kind follows the words as they are now; the decision stays the decision. */
const carried = (row: ChangeRow, before: ChangeRow | undefined): ChangeRow =>
  before
    ? {
        ...row,
        ...(before.id !== undefined && { id: before.id }),
        proposedBy: before.proposedBy,
        certain: before.certain,
        confirmedBy: before.confirmedBy,
        confirmedAt: before.confirmedAt,
      }
    : row

/** In the shape of what is stored; a split that was reduced to one piece is none. */
function storedOf(known: readonly ChangeRow[]): Parameters<typeof linksOfChanges>[0] {
  return known.map((row, ordinal) => ({ id: '', earlierVersionId: '', versionId: '', ...row, ordinal }))
}

/**
 * The lineages of a text that was read anew: first those of the draft that it replaces, in which persons may have decided
 * already, then those of the version that both continue. No lineage is given twice.
 */
export function lineagesOf(
  fresh: readonly ComparedNode[],
  ofDraft: TakenOver | null,
  ofBase: TakenOver | null,
  decided: readonly ChangeRow[],
): { ids: string[]; known: ChangeRow[] } {
  const ids = new Map(ofDraft?.lineages ?? [])
  const used = new Set(ids.values())
  for (const [node, lineage] of ofBase?.lineages ?? []) {
    if (ids.has(node) || used.has(lineage) || isDecided(decided, lineage)) continue
    ids.set(node, lineage)
    used.add(lineage)
  }
  const idOf = (node: string): string => ids.get(node) ?? node
  const proposed = (ofBase?.known ?? []).map((row) => ({ ...row, nodeId: row.nodeId && idOf(row.nodeId) }))
  const keys = new Set(decided.map(keyOf))
  const settled = new Set(decided.filter((row) => !isOpen(row)).flatMap(({ nodeId }) => nodeId ?? []))
  const added = proposed.filter((row) => !keys.has(keyOf(row)) && !(isOpen(row) && settled.has(row.nodeId ?? '')))
  return { ids: fresh.map(({ nodeId }) => idOf(nodeId)), known: [...decided, ...added] }
}

/** A person has said that this one is gone. */
const isDecided = (decided: readonly ChangeRow[], lineage: string): boolean =>
  decided.some((row) => row.earlierNodeId === lineage && row.nodeId === null && row.confirmedAt !== null)
