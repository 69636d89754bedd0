import { randomOf } from '../../random.ts'
import { anchorFinder } from '#platform/texts/compare/anchor-again-rules.ts'
import type { ComparedNode } from '#platform/texts/compare/comparison.ts'
import { proposeLineage } from '#platform/texts/compare/propose-lineage-rules.ts'
import { wordsOfNodes } from '#platform/texts/node-rules.ts'
import { drawAnchors } from './anchors.ts'
import { judgeAnchors, noAnchors, type AnchorTally } from './judge-anchors.ts'
import { judgeLineage, noLineage, type LineageTally } from './judge-lineage.ts'
import { EDITS, REDRAFTS, redrafted } from './redraft.ts'
import { comparedNodes, expectSameForm, foldedWords, withBeneath, type Tracked, type TrackedText } from './tracked.ts'
import { truthOf, type Truth } from './truth.ts'

export type Round = {
  name: string
  lineage: LineageTally
  anchors: AnchorTally
  /** Milliseconds. */
  comparing: number
  placing: number
}

export type Judged = Round & { later: Tracked; truth: Truth }

/** Of an edit alone, or of a redraft that has many. */
export const stepsOf = (name: string) => {
  const edit = EDITS[name]
  return edit ? [edit] : REDRAFTS[name as keyof typeof REDRAFTS]
}

/** One redraft, compared and judged; `anchors` quotations sought in it. */
export function runRound(earlier: TrackedText, name: string, seed: number, anchors: number): Judged {
  const random = randomOf(seed)
  const later = redrafted(earlier, stepsOf(name), random)
  const from = comparedNodes(earlier.root)
  const to = comparedNodes(later)
  for (let n = 0; n < 5; n++) checkForm(random.of(withBeneath(later).slice(1)), to)
  const begun = performance.now()
  const comparison = proposeLineage(from, to)
  const compared = performance.now()
  const find = anchorFinder(from, to, comparison)
  const truth = truthOf(earlier, later)
  const quoted = drawAnchors(earlier.root, anchors, random)
  const placing = performance.now()
  const tally = judgeAnchors(name, truth, quoted, find)
  const placed = performance.now()
  return {
    name,
    lineage: judgeLineage(name, truth, comparison),
    anchors: tally,
    comparing: compared - begun,
    placing: placed - placing,
    later,
    truth,
  }
}

function checkForm(node: Tracked, rows: readonly ComparedNode[]): void {
  const ids = new Set(withBeneath(node).map((one) => one.id))
  const beneath = rows.filter((row) => ids.has(row.nodeId))
  expectSameForm(foldedWords(node), wordsOfNodes(beneath))
}

const LINEAGE = ['nodes', 'decisions', 'wrong', 'doubts', 'halves', 'kinds', 'broken'] as const
const ANCHORS = ['anchors', 'lost', 'moved', 'misplaced', 'vague', 'doubts', 'idle', 'needless', 'outcomes'] as const

export function addUp(name: string, rounds: readonly Round[]): Round {
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const lineage = noLineage()
  const anchors = noAnchors()
  for (const round of rounds) {
    for (const key of LINEAGE) lineage[key] += round.lineage[key]
    for (const key of ANCHORS) anchors[key] += round.anchors[key]
    lineage.failures.push(...round.lineage.failures)
    anchors.failures.push(...round.anchors.failures)
    anchors.doubted.push(...round.anchors.doubted)
    lineage.doubted.push(...round.lineage.doubted)
  }
  return {
    name,
    lineage,
    anchors,
    comparing: sum(rounds.map((one) => one.comparing)),
    placing: sum(rounds.map((one) => one.placing)),
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

export function rowOf({ name, lineage, anchors, comparing }: Round): string {
  const { nodes, decisions, wrong, doubts, halves, kinds, broken } = lineage
  const cells = [
    name,
    nodes,
    decisions,
    `${wrong} (${percent(wrong, decisions)})`,
    `${doubts} (${percent(doubts, nodes)})`,
    halves,
    kinds,
    broken,
    anchors.anchors,
    anchors.lost,
    `${anchors.moved} + ${anchors.misplaced} (${percent(anchors.moved + anchors.misplaced, anchors.anchors)})`,
    anchors.vague,
    `${anchors.doubts} (${percent(anchors.doubts, anchors.anchors)})`,
    anchors.needless,
    anchors.idle,
    anchors.outcomes,
    `${(comparing / 1000).toFixed(1)} s`,
  ]
  return `| ${cells.join(' | ')} |`
}

export const HEAD = [
  '| edits | nodes | to decide | wrong, certain | doubts of all nodes | halves | called otherwise | broken | anchors | lost | silently at another node + at other words | right node, no place | doubts | of them needless | about words that live on together | outcome otherwise | comparing |',
  `|${' --- |'.repeat(17)}`,
]
