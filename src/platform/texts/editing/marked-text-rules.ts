import type { NodeKind } from '../text-rules.ts'
import {
  longMark,
  printBehind,
  printRow,
  printWords,
  readMark,
  readRow,
  shortMark,
  type LineMark,
} from './marked-line-rules.ts'

/**
 * The words of an article as plain lines that an official understands and can write on any keyboard: `1. …`, `a) …`, a
 * blank line between paragraphs, what stands inside set in by two spaces. What these cannot say is said in brackets.
 */

export type MarkedNode = {
  kind: NodeKind
  label: string | null
  heading: string | null
  body: string
  children: MarkedNode[]
}

/** Whose words they are. Of some kinds the first unmarked words are its own, of an article they are its first paragraph. */
export type Owner = { kind: NodeKind; body: string } | null

const OWN_WORDS_FIRST: readonly NodeKind[] = ['preamble', 'signature']
const SET_IN = '  '

/** `nodes` stand within `owner`, or by themselves. */
export function markedTextOf(nodes: readonly MarkedNode[], owner: Owner = null): string {
  const lines = ownLines(nodes, owner)
  nodes.forEach((node, at) => printNode(lines, node, nodes[at - 1] ?? null, 0))
  return lines.join('\n')
}

function ownLines(nodes: readonly MarkedNode[], owner: Owner): string[] {
  if (!owner) return []
  const natural = OWN_WORDS_FIRST.includes(owner.kind)
  if (owner.body === '') return natural && nodes[0]?.kind === 'paragraph' ? ['[hyrje]'] : []
  return natural ? linesOf(owner.body).map(printWords) : behind('[hyrje]', owner.body)
}

function printNode(lines: string[], node: MarkedNode, before: MarkedNode | null, depth: number): void {
  const own =
    node.kind === 'table'
      ? tableLines(node)
      : node.kind === 'paragraph'
        ? paragraphLines(node)
        : itemLines(node, before)
  if (node.kind === 'paragraph' && lines.length > 0) lines.push('')
  for (const line of own) lines.push(SET_IN.repeat(depth) + line)
  node.children.forEach((child, at) => printNode(lines, child, node.children[at - 1] ?? null, depth + 1))
}

const tableLines = (node: MarkedNode): string[] => [longMark(node), ...linesOf(node.body).map(printRow), '[/tabela]']

const paragraphLines = ({ body }: MarkedNode): string[] =>
  body === '' ? ['[paragraf]'] : linesOf(body).map(printWords)

function itemLines(node: MarkedNode, before: MarkedNode | null): string[] {
  const short = wouldHangUnder(node, before) ? null : shortMark(node)
  return behind(short ?? longMark(node), node.body)
}

/** Without brackets it would be read as a part of the item before: a letter after a point, 1.1 after 1. */
function wouldHangUnder(
  node: Pick<MarkedNode, 'kind' | 'label'>,
  before: Pick<MarkedNode, 'kind' | 'label'> | null,
): boolean {
  if (before?.kind !== 'point') return false
  if (node.kind === 'letter') return true
  return node.kind === 'point' && before.label !== null && (node.label ?? '').startsWith(`${before.label}.`)
}

function behind(mark: string, body: string): string[] {
  const [first = '', ...more] = linesOf(body)
  if (more.length === 0 && first === '') return [mark]
  return [`${mark} ${first === '' ? '\\' : printBehind(first)}`, ...more.map(printWords)]
}

const linesOf = (body: string): string[] => body.split('\n')

export type ReadMarked = { kind: 'read'; body: string; nodes: MarkedNode[] } | Unclear
export type UnclearReason =
  'opens-article' | 'set-in-under-words' | 'table-not-ended' | 'table-not-begun' | 'own-words-late'
/** `line`: counted from 1, as it stands in the field. */
export type Unclear = { kind: 'unclear'; line: number; words: string; why: UnclearReason }

type Open = { node: MarkedNode; indent: number }
type Reading = {
  nodes: MarkedNode[]
  open: Open[]
  /** Where the next unmarked line goes if no blank line stands between. */
  goesOn: { body: string } | null
  /** Own words of the owner; null as long as there are none. */
  own: { body: string } | null
  ownFirst: boolean
  table: { node: MarkedNode; indent: number; line: number; rows: string[] } | null
}

export function readMarkedText(words: string, ownerKind: NodeKind | null = null): ReadMarked {
  const ownFirst = ownerKind !== null && OWN_WORDS_FIRST.includes(ownerKind)
  const reading: Reading = { nodes: [], open: [], goesOn: null, own: null, ownFirst, table: null }
  const lines = words.split('\n')
  for (const [at, line] of lines.entries()) {
    const why = readLine(reading, line, at, ownerKind !== null)
    if (why) return { kind: 'unclear', line: at + 1, words: line.trim(), why }
  }
  const open = reading.table
  if (open) return { kind: 'unclear', line: open.line, words: '[tabela]', why: 'table-not-ended' }
  return { kind: 'read', body: reading.own?.body ?? '', nodes: reading.nodes }
}

function readLine(reading: Reading, line: string, at: number, owned: boolean): UnclearReason | null {
  const indent = indentOf(line)
  const trimmed = line.trim()
  if (reading.table) return tableLine(reading, line, trimmed)
  if (trimmed === '') {
    reading.goesOn = null
    return null
  }
  const mark = readMark(trimmed)
  switch (mark.is) {
    case 'division':
      return 'opens-article'
    case 'table-end':
      return 'table-not-begun'
    case 'own':
      return ownWords(reading, mark.words, owned)
    case 'words':
      return plainWords(reading, mark.words, indent)
    case 'paragraph':
      return place(reading, { ...EMPTY, kind: 'paragraph', body: mark.words, children: [] }, indent)
    case 'table':
      return openTable(reading, mark, indent, at)
    case 'item':
      return placeItem(reading, mark, indent)
  }
}

const EMPTY = { label: null, heading: null, body: '' }

/** A tab counts as four spaces. */
function indentOf(line: string): number {
  const [space = ''] = /^[ \t\u00a0]*/.exec(line) ?? []
  return space.replaceAll('\t', '    ').length
}

function ownWords(reading: Reading, words: string, owned: boolean): UnclearReason | null {
  if (!owned || reading.own || reading.nodes.length > 0) return 'own-words-late'
  reading.own = { body: words }
  reading.goesOn = reading.own
  return null
}

function plainWords(reading: Reading, words: string, indent: number): UnclearReason | null {
  if (reading.goesOn) {
    reading.goesOn.body = reading.goesOn.body === '' ? words : `${reading.goesOn.body}\n${words}`
    if (reading.goesOn.body === '') reading.goesOn.body = words
    return null
  }
  if (reading.ownFirst && !reading.own && reading.nodes.length === 0) {
    reading.own = { body: words }
    reading.goesOn = reading.own
    return null
  }
  return place(reading, { ...EMPTY, kind: 'paragraph', body: words, children: [] }, indent)
}

function placeItem(reading: Reading, mark: Extract<LineMark, { is: 'item' }>, indent: number): UnclearReason | null {
  const { kind, label, heading, words, strict } = mark
  const node: MarkedNode = { kind, label, heading, body: words, children: [] }
  if (!strict) {
    // Set in by nothing, a letter belongs to the point above it, and 1.1 to 1.
    while ((reading.open.at(-1)?.indent ?? -1) > indent) reading.open.pop()
    while (reading.open.at(-1)?.indent === indent && !wouldHangUnder(node, reading.open.at(-1)?.node ?? null))
      reading.open.pop()
    return hang(reading, node, indent)
  }
  return place(reading, node, indent)
}

function place(reading: Reading, node: MarkedNode, indent: number): UnclearReason | null {
  while ((reading.open.at(-1)?.indent ?? -1) >= indent) reading.open.pop()
  return hang(reading, node, indent)
}

function hang(reading: Reading, node: MarkedNode, indent: number): UnclearReason | null {
  const parent = reading.open.at(-1)?.node
  if (parent && parent.kind !== 'point' && parent.kind !== 'letter') return 'set-in-under-words'
  ;(parent?.children ?? reading.nodes).push(node)
  reading.open.push({ node, indent })
  reading.goesOn = node.kind === 'table' ? null : node
  return null
}

function openTable(
  reading: Reading,
  { label, heading }: Extract<LineMark, { is: 'table' }>,
  indent: number,
  at: number,
): UnclearReason | null {
  const node: MarkedNode = { kind: 'table', label, heading, body: '', children: [] }
  const why = place(reading, node, indent)
  reading.table = { node, indent, line: at + 1, rows: [] }
  return why
}

function tableLine(reading: Reading, line: string, trimmed: string): null {
  const { table } = reading
  if (!table) return null
  if (trimmed === '[/tabela]') {
    table.node.body = table.rows.map(readRow).join('\n')
    reading.table = null
  } else {
    table.rows.push(line.startsWith(' '.repeat(table.indent)) ? line.slice(table.indent) : line.trimStart())
  }
  return null
}
