import type { Comparison, NodeChange } from '#platform/texts/compare/comparison.ts'
import { countAllWords } from './tree-edits.ts'
import { wordsOf, type Tracked } from './tracked.ts'
import type { Truth } from './truth.ts'
import { bare, said } from './words-of-report.ts'

export type Failure = {
  /** `lineage`, `anchor`. */
  about: string
  edit: string
  /** How many words it concerns: the more, the worse. */
  size: number
  earlier: string
  later: string
  expected: string
  got: string
  /** Ids concerned, so that the case can be made smaller. */
  ids: { from: readonly string[]; to: readonly string[] }
}

export type LineageTally = {
  nodes: number
  /** Nodes about which there was something to decide. */
  decisions: number
  wrong: number
  doubts: number
  /** A split or a merger of which only one part was seen. */
  halves: number
  /** Called moved, reworded, split … though it is something else. */
  kinds: number
  /** Nodes that stand in no change, or in several. */
  broken: number
  failures: Failure[]
  /** Doubts about what nobody touched. */
  doubted: Failure[]
}

export const noLineage = (): LineageTally => ({
  nodes: 0,
  decisions: 0,
  wrong: 0,
  doubts: 0,
  halves: 0,
  kinds: 0,
  broken: 0,
  failures: [],
  doubted: [],
})

export function judgeLineage(edit: string, truth: Truth, comparison: Comparison): LineageTally {
  const tally = noLineage()
  const byLater = changesBy(comparison, 'to')
  const byEarlier = changesBy(comparison, 'from')
  for (const node of truth.later.values()) judgeLater(edit, truth, node, byLater.get(node.id) ?? [], tally)
  for (const node of truth.earlier.values()) judgeGone(edit, truth, node, byEarlier.get(node.id) ?? [], tally)
  return tally
}

function changesBy(comparison: Comparison, side: 'from' | 'to'): Map<string, NodeChange[]> {
  const changes = new Map<string, NodeChange[]>()
  for (const change of comparison) {
    for (const id of change[side]) changes.set(id, [...(changes.get(id) ?? []), change])
  }
  return changes
}

const NONE: ReadonlySet<string> = new Set()

function judgeLater(edit: string, truth: Truth, node: Tracked, changes: NodeChange[], tally: LineageTally): void {
  tally.nodes += 1
  if (changes.length !== 1) tally.broken += 1
  const must = truth.must.get(node.id) ?? NONE
  const may = truth.may.get(node.id) ?? NONE
  const [change] = changes
  if (!change) return
  const plain = truth.untouched.has(node.id) && must.size === 1
  if (plain && change.kind === 'same' && change.certain && must.has(change.from[0] ?? '')) return
  tally.decisions += 1
  if (!change.certain) {
    tally.doubts += 1
    if (plain) tally.doubted.push(failureOf(edit, truth, { later: node, change, must, may }))
    return
  }
  const foreign = change.from.filter((id) => !must.has(id) && !may.has(id))
  const missed = must.size > 0 && !change.from.some((id) => must.has(id) || may.has(id))
  if (foreign.length > 0 || missed) {
    tally.wrong += 1
    tally.failures.push(failureOf(edit, truth, { later: node, change, must, may }))
    return
  }
  if (must.size > 1 && change.from.length < must.size) tally.halves += 1
  if (plain ? !isAsItWas(truth, node, change) : !kindFits(truth, node, change)) tally.kinds += 1
}

/** Of two that changed places either can be said to have moved. */
function isAsItWas(truth: Truth, node: Tracked, change: NodeChange): boolean {
  return change.kind === 'same' || (change.kind === 'moved' && truth.besideMoved.has(node.id))
}

function kindFits(truth: Truth, node: Tracked, change: NodeChange): boolean {
  const was = truth.earlier.get(change.from[0] ?? '')
  if (change.kind !== 'same' || !was) return true
  const own = ({ heading, body }: Tracked) => bare(`${wordsOf(heading ?? [])} ${wordsOf(body)}`)
  return own(was) === own(node)
}

function judgeGone(edit: string, truth: Truth, node: Tracked, changes: NodeChange[], tally: LineageTally): void {
  if (changes.length !== 1) tally.broken += 1
  const [change] = changes
  const gone = (truth.successors.get(node.id)?.size ?? 0) === 0
  if (change?.kind !== 'gone') return
  tally.decisions += 1
  if (!change.certain) tally.doubts += 1
  else if (!gone) {
    tally.wrong += 1
    tally.failures.push(failureOf(edit, truth, { earlier: node, change, must: NONE, may: NONE }))
  }
}

type Case = {
  later?: Tracked
  earlier?: Tracked
  change: NodeChange
  must: ReadonlySet<string>
  may: ReadonlySet<string>
}

function failureOf(edit: string, truth: Truth, { later, earlier, change, must, may }: Case): Failure {
  const name = (id: string) => {
    const node = truth.earlier.get(id) ?? truth.later.get(id)
    return node ? said(node) : id
  }
  const meant = later ? [...must, ...may] : [...(truth.successors.get(earlier?.id ?? '') ?? [])]
  const truly = meant.length === 0 ? 'new: it continues nothing' : meant.map(name).join(' + ')
  const from = [...new Set([...change.from, ...(later ? meant : [earlier?.id ?? ''])])].filter((id) => id !== '')
  const to = [...new Set([...change.to, ...(later ? [later.id] : meant)])]
  return {
    about: 'lineage',
    edit,
    size: Math.max(...[later, earlier].map((node) => (node ? countAllWords(node) : 0))),
    earlier: earlier ? said(earlier) : truly,
    later: later ? said(later) : truly,
    expected: later ? truly : `continued by ${truly}`,
    got: `${change.kind}, ${change.certain ? 'certain' : 'in doubt'}, likeness ${change.likeness.toFixed(2)}: ${change.from.map(name).join(' + ') || 'from nothing'} → ${change.to.map(name).join(' + ') || 'nothing'}`,
    ids: { from, to },
  }
}
