import { diffWords } from '../compare/word-diff-rules.ts'
import type { Comparison, NodeChange, WordPiece } from '../compare/comparison.ts'
import { blocksOf, type PaperBlock } from './block-rules.ts'
import type { ExportLang, ExportedNode } from './exported-text.ts'
import { printedLabel } from './printed-words-rules.ts'

/** The later version with what was taken out and put in, block by block, ready for a word processor's revisions. */
export type MarkedBlock =
  | {
      kind: 'heading' | 'paragraph'
      /** How it is set: as the later version has it, or as the earlier one had. */
      like: Exclude<PaperBlock, { kind: 'table' }>
      pieces: readonly WordPiece[]
      /** The whole paragraph was put in or taken out, with its end. */
      whole: 'added' | 'removed' | null
      /** What cannot be shown as words: that it stood elsewhere, that it was split. */
      remark: string | null
    }
  | { kind: 'table'; rows: readonly MarkedRow[] }

export type MarkedRow = { whole: 'added' | 'removed' | null; cells: readonly (readonly WordPiece[])[] }

export type Compared = {
  from: readonly ExportedNode[]
  to: readonly ExportedNode[]
  comparison: Comparison
  lang: ExportLang
  /** What is said of a node, in the language of the text. */
  words: { moved: (from: string) => string; split: string; merged: string }
}

export function markedBlocks(compared: Compared): MarkedBlock[] {
  const { comparison, from, lang, to } = compared
  const earlier = Map.groupBy(blocksOf(from, lang), (block) => block.nodeId)
  const later = Map.groupBy(blocksOf(to, lang), (block) => block.nodeId)
  const { changes, goneBefore, goneLast } = placesOf(comparison)
  const gone = (ids: readonly string[]) => ids.flatMap((id) => marked(earlier.get(id) ?? [], []))
  const marks = to.flatMap((node) => {
    const change = changes.get(node.nodeId)
    const sources = change === undefined || change.to[0] === node.nodeId ? (change?.from ?? []) : []
    const before = sources.flatMap((id) => earlier.get(id) ?? [])
    const own = withRemark(marked(before, later.get(node.nodeId) ?? []), change ? remarkOn(change, compared) : null)
    return [...gone(goneBefore.get(node.nodeId) ?? []), ...own]
  })
  return [...marks, ...gone(goneLast)]
}

/** What is gone stands before the node that follows it in the comparison. */
function placesOf(comparison: Comparison) {
  const changes = new Map<string, NodeChange>()
  const goneBefore = new Map<string, string[]>()
  let waiting: string[] = []
  for (const change of comparison) {
    const [first] = change.to
    if (first === undefined) waiting.push(...change.from)
    else {
      if (waiting.length > 0) goneBefore.set(first, [...(goneBefore.get(first) ?? []), ...waiting])
      waiting = []
    }
    for (const id of change.to) changes.set(id, change)
  }
  return { changes, goneBefore, goneLast: waiting }
}

function remarkOn(change: NodeChange, { from, lang, words }: Compared): string | null {
  const moved = change.kind === 'moved' || change.alsoMoved ? words.moved(placeOf(change.from[0], from, lang)) : null
  const divided = change.kind === 'split' ? words.split : change.kind === 'merged' ? words.merged : null
  return [divided, moved].filter(Boolean).join('; ') || null
}

/** `KREU II, Neni 5, 2.`: where it stood. */
function placeOf(id: string | undefined, nodes: readonly ExportedNode[], lang: ExportLang): string {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const path: string[] = []
  for (let node = byId.get(id ?? ''); node; node = byId.get(node.parentId ?? ''))
    path.unshift(printedLabel(node, lang) ?? node.heading ?? '')
  return path.filter(Boolean).join(', ')
}

function withRemark(blocks: MarkedBlock[], remark: string | null): MarkedBlock[] {
  const at = blocks.findIndex((block) => block.kind !== 'table' && block.whole !== 'removed')
  return remark === null
    ? blocks
    : blocks.map((block, n) => (n === at && block.kind !== 'table' ? { ...block, remark } : block))
}

/** The blocks of a node beside those it was: each with the one at its place, as long as both are of one kind. */
function marked(before: readonly PaperBlock[], after: readonly PaperBlock[]): MarkedBlock[] {
  return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, at) => {
    const [old, now] = [before[at], after[at]]
    if (old && now && (old.kind === 'table') === (now.kind === 'table')) return [beside(old, now)]
    return [...(old ? [alone(old, 'removed')] : []), ...(now ? [alone(now, 'added')] : [])]
  })
}

function alone(block: PaperBlock, whole: 'added' | 'removed'): MarkedBlock {
  const piece = (words: string): WordPiece[] => (words === '' ? [] : [{ kind: whole, words }])
  return block.kind === 'table'
    ? { kind: 'table', rows: block.rows.map((cells) => ({ whole, cells: cells.map(piece) })) }
    : { kind: block.kind, like: block, pieces: piece(wordsOf(block)), whole, remark: null }
}

function beside(old: PaperBlock, now: PaperBlock): MarkedBlock {
  if (old.kind === 'table' && now.kind === 'table') return { kind: 'table', rows: markedRows(old.rows, now.rows) }
  if (old.kind === 'table' || now.kind === 'table') throw new Error('a table beside words')
  return { kind: now.kind, like: now, pieces: diffWords(wordsOf(old), wordsOf(now)), whole: null, remark: null }
}

const wordsOf = (block: Exclude<PaperBlock, { kind: 'table' }>): string =>
  block.kind === 'heading' ? block.lines.join('\n') : block.words

type Rows = readonly (readonly string[])[]

/** Rows that are the same above and below stay; of those between, each beside the one at its place. */
function markedRows(old: Rows, now: Rows): MarkedRow[] {
  const same = (a: readonly string[] | undefined, b: readonly string[] | undefined) => a?.join('\t') === b?.join('\t')
  const shorter = Math.min(old.length, now.length)
  let above = 0
  while (above < shorter && same(old[above], now[above])) above += 1
  let below = 0
  while (below < shorter - above && same(old.at(-1 - below), now.at(-1 - below))) below += 1
  const kept = (cells: readonly string[]): MarkedRow => ({
    whole: null,
    cells: cells.map((words) => diffWords(words, words)),
  })
  return [
    ...now.slice(0, above).map(kept),
    ...rowsBetween(old.slice(above, old.length - below), now.slice(above, now.length - below)),
    ...now.slice(now.length - below).map(kept),
  ]
}

function rowsBetween(old: Rows, now: Rows): MarkedRow[] {
  const whole = (cells: readonly string[], kind: 'added' | 'removed'): MarkedRow => ({
    whole: kind,
    cells: cells.map((words) => (words === '' ? [] : [{ kind, words }])),
  })
  return Array.from({ length: Math.max(old.length, now.length) }).flatMap((_, at) => {
    const [was, is] = [old[at], now[at]]
    if (was && is && was.length === is.length)
      return [{ whole: null, cells: is.map((words, cell) => diffWords(was[cell] ?? '', words)) }]
    return [...(was ? [whole(was, 'removed')] : []), ...(is ? [whole(is, 'added')] : [])]
  })
}
