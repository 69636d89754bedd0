import type { Decision, NotConsideredGround } from '../answers/answer-rules.ts'

/** The table as it goes out and as it is read again. */

export const COLUMNS = ['number', 'code', 'article', 'comment', 'decision', 'reason', 'changed'] as const
export type ColumnKey = (typeof COLUMNS)[number]

/** The file speaks Albanian, whoever makes it: drafters write in it. */
export const HEADINGS: Record<ColumnKey, string> = {
  number: 'Nr.',
  code: 'Kodi',
  article: 'Neni',
  comment: 'Komenti',
  decision: 'Vendimi',
  reason: 'Arsyetimi',
  changed: 'Neni i ndryshuar',
}

/** In signs of a workbook; the DOCX shares its room alike. */
export const WIDTHS: Record<ColumnKey, number> = {
  number: 6,
  code: 12,
  article: 10,
  comment: 60,
  decision: 22,
  reason: 50,
  changed: 50,
}

type Meaning = { decision: Decision; ground: NotConsideredGround | null }

/** What may stand under the decision: the word that is offered, and what else is understood, in plain letters. */
const DECISION_WORDS: readonly (Meaning & { offered: string; understood: readonly string[] })[] = [
  {
    decision: 'accepted',
    ground: null,
    offered: 'Pranohet',
    understood: ['pranuar', 'i pranuar', 'e pranuar', 'u pranua', 'pranim', 'accepted', 'pranohet plotesisht'],
  },
  {
    decision: 'partly-accepted',
    ground: null,
    offered: 'Pranohet pjesërisht',
    understood: [
      'pjeserisht',
      'pranuar pjeserisht',
      'i pranuar pjeserisht',
      'e pranuar pjeserisht',
      'pjeserisht i pranuar',
      'pjeserisht e pranuar',
      'pjeserisht pranohet',
      'u pranua pjeserisht',
      'pranim i pjesshem',
      'partly accepted',
      'partially accepted',
    ],
  },
  {
    decision: 'rejected',
    ground: null,
    offered: 'Nuk pranohet',
    understood: [
      'refuzohet',
      'refuzuar',
      'i refuzuar',
      'e refuzuar',
      'u refuzua',
      'nuk u pranua',
      's pranohet',
      'mospranim',
      'mospranohet',
      'hidhet poshte',
      'rejected',
    ],
  },
  {
    decision: 'outside-scope',
    ground: null,
    offered: 'Jashtë objektit',
    understood: ['jashte objektit te konsultimit', 'jashte fushes', 'jashte teme', 'jashte temes', 'outside scope'],
  },
  {
    decision: 'not-considered',
    ground: 'late',
    offered: 'Nuk u mor në shqyrtim (me vonesë)',
    understood: ['nuk u mor ne shqyrtim', 'nuk u shqyrtua', 'nuk shqyrtohet', 'me vonese', 'not considered'],
  },
]

export const OFFERED = DECISION_WORDS.map(({ offered }) => offered)

/** Small plain letters, one space between words, nothing else: ë is e, ç is c. */
export const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const MEANINGS = new Map<string, Meaning>(
  DECISION_WORDS.flatMap(({ offered, understood, decision, ground }) =>
    [plain(offered), ...understood].map((words) => [words, { decision, ground }] as const),
  ),
)

export const decisionOf = (words: string): Meaning | null => MEANINGS.get(plain(words)) ?? null

/** As it is printed: nothing else in a file looks so. */
export const printedCode = (code: string): string => `H-${code}`
const PRINTED = /\bH-([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})\b/i

export type ReadLine = {
  n: number
  /** As whoever opens the file counts. */
  at: number
  code: string
  decisionWords: string
  reason: string
  changedWords: string
}

export type ReadFile = { fileCode: string | null; lines: ReadLine[] }

export const MOST_LINES = 2000

type Row = { at: number; cells: readonly string[] }

/** Null: no row of any sheet is the head of such a table. Columns may stand in any order, and others beside them. */
export function readDraftersTable(sheets: readonly (readonly Row[])[]): ReadFile | null {
  for (const rows of sheets) {
    const found = readSheet(rows)
    if (found) return { ...found, fileCode: found.fileCode ?? codeIn(sheets.flat()) }
  }
  return null
}

function readSheet(rows: readonly Row[]): ReadFile | null {
  let head: Map<ColumnKey, number> | null = null
  const lines: ReadLine[] = []
  for (const { at, cells } of rows) {
    // A table that goes on over many pages, or was cut in two, has its head again.
    const again = headOf(cells)
    head = again ?? head
    if (again || !head) continue
    const columns = head
    const cell = (key: ColumnKey) => (cells[columns.get(key) ?? -1] ?? '').trim()
    const line = { code: codeAs(cell('code')), decisionWords: cell('decision'), reason: cell('reason') }
    const changedWords = cell('changed')
    if (line.decisionWords === '' && line.reason === '' && changedWords === '') continue
    lines.push({ n: lines.length + 1, at, ...line, changedWords })
  }
  return head && { fileCode: codeIn(rows), lines }
}

const NAMES = new Map(COLUMNS.map((key) => [plain(HEADINGS[key]), key]))

function headOf(cells: readonly string[]): Map<ColumnKey, number> | null {
  const found = new Map<ColumnKey, number>()
  for (const [index, words] of cells.entries()) {
    const key = NAMES.get(plain(words))
    if (key && !found.has(key)) found.set(key, index)
  }
  return found.has('code') && found.has('decision') && found.has('reason') ? found : null
}

function codeIn(rows: readonly Row[]): string | null {
  for (const { cells } of rows)
    for (const words of cells) {
      const code = PRINTED.exec(words)?.[1]
      if (code) return code.toUpperCase()
    }
  return null
}

/** Word makes long strokes of short ones. */
const codeAs = (words: string): string =>
  words
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase()
