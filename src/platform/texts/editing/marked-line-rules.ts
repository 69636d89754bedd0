import { isLetterLabel, romanValue } from '../structure/label-rules.ts'
import { readArticleLine, readDivisionLine } from '../structure/line-rules.ts'
import type { NodeKind } from '../text-rules.ts'

/** One line of marked text: `1. …`, `a) …`, `[tabela]`, or words. */

export type LineMark =
  | {
      is: 'item'
      kind: 'point' | 'letter'
      label: string | null
      heading: string | null
      words: string
      strict: boolean
    }
  | { is: 'paragraph'; words: string }
  | { is: 'own'; words: string }
  | { is: 'table'; label: string | null; heading: string | null }
  | { is: 'table-end' }
  | { is: 'words'; words: string }
  /** It opens an article or a division, which are added elsewhere. */
  | { is: 'division' }

const POINT = /^\(?(\d{1,3}(?:[./]\d{1,3}){0,4}|[IVXL]{1,7})(?:\.|(?<=\d)\))(?:\s+(.*))?$/u
const DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){1,4})\s+(\S.*)$/u
const LETTER = /^\(?([a-zçë]{1,4}(?:\/\d{1,2})?|[A-ZÇË]{1,2})\)\s*(.*)$/u
const BRACKET = /^\[(pika|shkronja|paragraf|hyrje|tabela)(?: ([^\]:\\]+))?(?:: ((?:[^\]\\]|\\.)*))?\](?:\s+(.*))?$/u

export function readMark(line: string): LineMark {
  if (line.startsWith('\\')) return { is: 'words', words: line.slice(1) }
  if (line === '[/tabela]') return { is: 'table-end' }
  const item = readItem(line) ?? readBracket(line)
  if (item) return item
  return opensDivision(line) ? { is: 'division' } : { is: 'words', words: line }
}

function readItem(line: string): LineMark | null {
  const [, point, words = ''] = POINT.exec(line) ?? DECIMAL.exec(line) ?? []
  if (point) return { is: 'item', kind: 'point', label: point, heading: null, words: unescaped(words), strict: false }
  const [, letter, rest = ''] = LETTER.exec(line) ?? []
  if (!letter || !isLetter(letter)) return null
  return { is: 'item', kind: 'letter', label: letter, heading: null, words: unescaped(rest), strict: false }
}

const isLetter = (label: string): boolean => {
  const bare = label.replace(/\/.*/, '').toLowerCase()
  return isLetterLabel(bare) || romanValue(bare) !== null
}

function readBracket(line: string): LineMark | null {
  const [, word, label = null, escaped, printed = ''] = BRACKET.exec(line) ?? []
  const heading = escaped?.replace(/\\(.)/g, '$1') ?? null
  const words = unescaped(printed)
  if (word === 'paragraf') return { is: 'paragraph', words }
  if (word === 'hyrje') return { is: 'own', words }
  if (word === 'tabela') return printed === '' ? { is: 'table', label, heading } : null
  if (word !== 'pika' && word !== 'shkronja') return null
  return { is: 'item', kind: word === 'pika' ? 'point' : 'letter', label, heading, words, strict: true }
}

const opensDivision = (line: string): boolean => {
  const article = readArticleLine(line)
  return (article !== null && !article.small && article.shape !== 'reference') || readDivisionLine(line) !== null
}

const unescaped = (words: string): string => (words.startsWith('\\') ? words.slice(1) : words)

/** Words at the beginning of a line, such that they are read as words again. */
export const printWords = (words: string): string => {
  if (words === '' || words.startsWith('\\')) return `\\${words}`
  return readMark(words).is === 'words' ? words : `\\${words}`
}

/** Words behind a mark. */
export const printBehind = (words: string): string => (words.startsWith('\\') ? `\\${words}` : words)

type Printed = { kind: NodeKind; label: string | null; heading: string | null }

/** The short mark, `1.` or `a)`, where it is read as what it is. */
export function shortMark({ kind, label, heading }: Printed): string | null {
  if (label === null || heading !== null) return null
  const mark = kind === 'point' ? `${label}.` : `${label})`
  const read = readMark(`${mark} fjalë`)
  return read.is === 'item' && read.kind === kind && read.label === label && read.words === 'fjalë' ? mark : null
}

const WORDS: Partial<Record<NodeKind, string>> = { point: 'pika', letter: 'shkronja', table: 'tabela' }

/** The mark that can carry everything: `[pika 1: Objekti]`. */
export function longMark({ kind, label, heading }: Printed): string {
  const named = [WORDS[kind] ?? 'paragraf', label].filter((part) => part !== null).join(' ')
  return heading === null ? `[${named}]` : `[${named}: ${heading.replace(/[\\\]]/g, '\\$&')}]`
}

const CELL = /(?<!\\)((?:\\\\)*) ?\| ?/

/** A row of a table: cells parted by a stroke, for a tab cannot be typed. */
export const printRow = (row: string): string =>
  row
    .split('\t')
    .map((cell) => cell.replace(/[\\|]|^\[/g, '\\$&'))
    .join(' | ')

export function readRow(line: string): string {
  const cells: string[] = []
  let rest = line
  for (let found = CELL.exec(rest); found; found = CELL.exec(rest)) {
    cells.push(rest.slice(0, found.index) + (found[1] ?? ''))
    rest = rest.slice(found.index + found[0].length)
  }
  return [...cells, rest].map((cell) => cell.replace(/\\([\\|[])/g, '$1')).join('\t')
}
