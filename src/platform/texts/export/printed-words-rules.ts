import { DIVISION_WORDS } from '../division-words-rules.ts'
import { shownLabel } from '../node-rules.ts'
import { isContentsLine } from '../structure/line-rules.ts'
import { closeLetterSpacing, foldWords } from '../words-rules.ts'
import type { NodeKind } from '../text-rules.ts'
import type { ExportLang, ExportedNode } from './exported-text.ts'

/** A node as its source prints it, with broken lines made whole: the label with its word and sign, heading, paragraphs. */

type Printed = Pick<ExportedNode, 'kind' | 'label' | 'heading' | 'body' | 'printed'>

// Made once: the case folding of `u` takes half a millisecond for each pattern.
const openedBy = (words: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${words})\s*(?:nr\.?\s*)?[.:–—-]?\s*`, 'giu')

const WORDS: Partial<Record<NodeKind, RegExp>> = {
  part: openedBy('PJESA|PART|DEO'),
  title: openedBy('TITULLI|TITLE|NASLOV'),
  chapter: openedBy('KREU|KAPITULLI|CHAPTER|GLAVA|POGLAVLJE'),
  section: openedBy('N[ËE]NSEKSIONI|SEKSIONI|N[ËE]NKREU|SECTION|ODELJAK'),
  article: openedBy('NENI|ARTICLE|[ČC]LAN'),
  annex: openedBy('ANEKSI?|LIDHJ[AE]|SHTOJC[AË]|ANNEX|ANEKS|PRILOG'),
}

/** A division word alone, in capitals: ANEKS, SHTOJCË. */
const ALONE = /^(?:ANEKSI?|LIDHJ[AE]|SHTOJC[AË]|ANNEX|PRILOG|KREU|PJESA|TITULLI|KAPITULLI|SEKSIONI)(?![\p{L}\d])/u

/** Where the source prints none that we find: a text born in the office, or one that a person corrected. */
const OWN_WORDS: Record<ExportLang, Partial<Record<NodeKind, string>>> = {
  sq: { ...DIVISION_WORDS, article: 'Neni' },
  en: { part: 'PART', title: 'TITLE', chapter: 'CHAPTER', section: 'SECTION', article: 'Article', annex: 'ANNEX' },
  sr: { part: 'DEO', title: 'NASLOV', chapter: 'GLAVA', section: 'ODELJAK', article: 'Član', annex: 'PRILOG' },
}

const linesOf = (printed: string): string[] => printed.split('\n').map((line) => closeLetterSpacing(foldWords(line)))

/** `Neni 12`, `KREU II`, `ç)`, `1.1`, or null where the source numbers nothing. */
export function printedLabel(node: Printed, lang: ExportLang): string | null {
  const printed = labelIn(foldWords(linesOf(node.printed).join(' ')), node)
  if (printed) return printed.words
  const label = shownLabel(node)
  const word = OWN_WORDS[lang][node.kind]
  // A division without a number says its kind only where the source does; a heading alone is enough.
  return label === null ? null : node.kind === 'section' || !word ? label : `${word} ${label}`
}

type Found = { words: string; start: number; end: number }

function labelIn(words: string, { kind, label }: Printed): Found | null {
  const pattern = WORDS[kind]
  if (!pattern) return label === null ? null : itemLabelIn(words, label)
  if (label === null) {
    const alone = ALONE.exec(words)?.[0]
    return alone === undefined ? null : found(words, 0, alone.length)
  }
  for (const match of words.matchAll(pattern)) {
    const end = endOfLabel(words, match.index + match[0].length, label)
    if (end !== null && !/^[\p{L}\d]/u.test(words.slice(end, end + 2))) return found(words, match.index, end)
  }
  return kind === 'section' ? itemLabelIn(words, label) : null
}

/** `a)`, `(a)`, `1.`, `2 –`: at the beginning alone. */
function itemLabelIn(words: string, label: string): Found | null {
  const end = endOfLabel(words, words.startsWith('(') ? 1 : 0, label)
  if (end === null) return null
  const sign = /^(?:\s?[.)]|\s[-–](?=\s))?/u.exec(words.slice(end, end + 3))?.[0] ?? ''
  return found(words, 0, end + sign.length)
}

function found(words: string, start: number, end: number): Found {
  const between = /^[\s.:–—-]*/u.exec(words.slice(end, end + 10))?.[0] ?? ''
  return { words: words.slice(start, end).trimEnd(), start, end: end + between.length }
}

/** Where the label ends that begins at `at`: the source may print `39 / 1`. */
function endOfLabel(words: string, at: number, label: string): number | null {
  let end = at
  for (const sign of label) {
    if (sign === '/') while (words[end] === ' ') end += 1
    if (!words.startsWith(sign, end)) return null
    end += sign.length
    if (sign === '/') while (words[end] === ' ') end += 1
  }
  return end
}

export type Pieces = {
  /** The line that opens it: label, and the heading where the source prints it on the same line. Null: none. */
  opening: string | null
  /** On a line of its own, above or below the opening; null: none, or within the opening. */
  heading: string | null
  /** The source prints the heading above the label, as the Civil Code does. */
  headingAbove: boolean
  /** Amendment notes that stand between the label and the heading. */
  notes: readonly string[]
  body: readonly string[]
}

const ITEMS: readonly NodeKind[] = ['point', 'letter']

/** The lines of a node, for formats that print it as its source does. Tables are for each format itself. */
export function piecesOf(node: Printed, lang: ExportLang): Pieces {
  const label = signedLabel(node, printedLabel(node, lang))
  const body = node.body === '' ? [] : withTabs(node, node.body.split('\n'))
  const none = { heading: null, headingAbove: false, notes: [] }
  if (ITEMS.includes(node.kind)) {
    const [first = '', ...others] = body
    const { heading } = node
    const opening = [label, heading ?? first].filter((words) => words !== null && words !== '').join(' ')
    return { ...none, opening: opening || null, body: heading === null ? others : body }
  }
  const words = foldWords(linesOf(node.printed).join(' '))
  const at = node.heading === null || node.heading === '' ? -1 : words.indexOf(node.heading)
  const place = label === null ? null : labelIn(words, node)
  const sameLine = place !== null && at === place.end && isOneLine(node, place)
  const above = place !== null && at >= 0 && at < place.start
  const bodyAt = body[0] ? words.indexOf(body[0]) : -1
  const between = !above && !sameLine && place !== null && bodyAt >= place.end && bodyAt < at
  return {
    opening: sameLine ? words.slice(place.start, place.end).trimEnd() + ` ${node.heading}` : label,
    heading: sameLine ? null : node.heading,
    headingAbove: above,
    notes: between ? body : [],
    body: between ? [] : body,
  }
}

/** Word may number a list with bare letters; without a sign nobody would see where the label ends. */
const signedLabel = (node: Printed, label: string | null): string | null =>
  ITEMS.includes(node.kind) && label === node.label && !label?.includes('.') ? shownLabel(node) : label

/** The entries of a table of contents, with what parts them from the number of their page. */
function withTabs({ kind, printed }: Printed, body: string[]): string[] {
  if (kind !== 'preamble') return body
  const entries = new Map(
    printed.split('\n').flatMap((line) => (isContentsLine(line) ? [[foldWords(line), line]] : [])),
  )
  return entries.size === 0 ? body : body.map((line) => entries.get(line) ?? line)
}

/** Whether the heading begins on the line of the label. */
function isOneLine(node: Printed, label: Found): boolean {
  const lines = linesOf(node.printed)
  const start = (node.heading ?? '').slice(0, 8)
  return lines.some((line) => line.includes(label.words) && line.indexOf(start, line.indexOf(label.words)) >= 0)
}
