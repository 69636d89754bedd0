import type { Aside } from '../structure/block-rules.ts'
import { flowOf, tableFlow, type Flow } from './flow-rules.ts'
import { drawnTables } from './grid-rules.ts'
import type { Box, Glyph, PageInk } from './ink-rules.ts'
import { notesOf, pageFurniture, pageRows, type Note, type PageRow } from './page-edge-rules.ts'
import { MARK_ENDS, MARK_OPENS, median, piecesOf, type Piece } from './row-rules.ts'

/** From the ink of all pages to what is read, in order. */

export type Entry = Flow | { kind: 'aside'; aside: Aside } | { kind: 'page'; scanned: boolean }

type Page = {
  ink: PageInk
  glyphs: Glyph[]
  tables: ReturnType<typeof drawnTables>
  pieces: Piece[]
  rows: PageRow[]
  scanned: boolean
}

export function entriesOf(pages: readonly PageInk[]): Entry[] {
  const prepared = pages.map(prepare)
  const body = median(prepared.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.size)))
  const furniture = pageFurniture(
    prepared.map(({ rows, ink }) => ({ rows, height: ink.height })),
    body,
  )
  const repeated = repeatedTurned(pages)
  return prepared.flatMap((page, at) => entriesOfPage(page, at, body, furniture[at] ?? new Set(), repeated))
}

/** Invisible words over the picture of a page are what a machine has read in it. */
function prepare(ink: PageInk): Page {
  const shown = ink.glyphs.filter((glyph) => glyph.hiding === 'shown')
  const unseen = ink.glyphs.filter((glyph) => glyph.hiding === 'without-ink')
  const scanned = unseen.length > shown.length && ink.pictures.some((box) => areaOf(box) > ink.width * ink.height * 0.5)
  const glyphs = scanned ? [...shown, ...unseen] : shown
  const tables = drawnTables(ink.rules, glyphs)
  const inTables = new Set(tables.flatMap((table) => table.glyphs))
  const pieces = piecesOf(glyphs.filter((glyph) => !inTables.has(glyph)))
  return { ink, glyphs, tables, pieces, rows: pageRows(pieces), scanned }
}

const areaOf = (box: Box): number => (box.x1 - box.x0) * (box.y1 - box.y0)

function entriesOfPage(page: Page, at: number, body: number, furniture: Set<PageRow>, repeated: Set<string>): Entry[] {
  const { ink, rows, scanned } = page
  const own = rows.filter((row) => !furniture.has(row))
  const notes = notesOf(own, ink.rules, body, ink)
  const noted = new Set(notes.flatMap((note) => note.rows))
  const pieces = own.filter((row) => !noted.has(row)).flatMap((row) => row.pieces)
  const flow = withMarks(withTables(flowOf(pieces, at, ink.width), page), notes)
  const isTop = (row: PageRow) => row.y < ink.height / 2
  const edges = Array.from(furniture).toSorted((a, b) => a.y - b.y)
  const furnitureOf = (chosen: PageRow[]) => chosen.map((row) => aside('page-furniture', unmarked(row.words)))
  return [
    { kind: 'page', scanned },
    ...furnitureOf(edges.filter(isTop)),
    ...withPictures(flow, page),
    ...notes.map((note) => aside('note', noteWords(note))),
    ...hiddenWords(page, repeated),
    ...furnitureOf(edges.filter((row) => !isTop(row))),
  ]
}

const aside = (reason: Aside['reason'], source: string): Entry => ({ kind: 'aside', aside: { reason, source } })

const unmarked = (words: string): string => words.replaceAll(MARK_OPENS, '').replaceAll(MARK_ENDS, '')

const MARK = new RegExp(`${MARK_OPENS}([^${MARK_ENDS}]*)${MARK_ENDS}`, 'gu')

/** A raised figure that leads to a note of this page goes aside with the note; any other is a figure of the text. */
function withMarks(flow: Flow[], notes: Note[]): Flow[] {
  const open = new Map(notes.map((note) => [note.mark, note]))
  const marked = new Set<string>()
  const clean = (words: string) =>
    words.replace(MARK, (_, mark: string) => {
      if (!open.has(mark) || marked.has(mark)) return mark
      marked.add(mark)
      const note = open.get(mark)
      if (note) note.mark = `${mark}\n`
      return ''
    })
  return flow.map((one) =>
    one.kind === 'line'
      ? { kind: 'line', line: { ...one.line, words: clean(one.line.words) } }
      : tableFlow(
          one.rows.map((row) => row.map(clean)),
          one.y,
        ),
  )
}

/** With the figure that led there, where one did. */
const noteWords = (note: Note): string => (note.mark.endsWith('\n') ? note.mark : '') + unmarked(note.words)

function withTables(flow: Flow[], { tables }: Page): Flow[] {
  let whole = flow
  for (const table of tables) {
    const at = whole.findIndex((one) => yOf(one) > table.y0)
    const made = tableFlow(table.rows, table.y0)
    whole = at < 0 ? [...whole, made] : [...whole.slice(0, at), made, ...whole.slice(at)]
  }
  return whole
}

const yOf = (flow: Flow): number => (flow.kind === 'line' ? flow.line.y : flow.y)

// Smaller ones are bullets and dots.
const SMALLEST_PICTURE = 12

function withPictures(flow: Flow[], { ink, scanned, glyphs }: Page): Entry[] {
  const seen = ink.pictures.filter((box) => Math.min(box.x1 - box.x0, box.y1 - box.y0) >= SMALLEST_PICTURE)
  const shown = glyphs.length === 0 || scanned ? seen.slice(0, 1) : seen.slice(0, 40)
  let entries: Entry[] = [...flow]
  for (const box of shown) {
    const at = entries.findIndex((one) => (one.kind === 'line' || one.kind === 'table') && yOf(one) > box.y1)
    const image = aside('image', '')
    entries = at < 0 ? [...entries, image] : [...entries.slice(0, at), image, ...entries.slice(at)]
  }
  return entries
}

const turnedWords = (ink: PageInk): string =>
  ink.glyphs
    .filter((glyph) => glyph.hiding === 'turned')
    .map((glyph) => glyph.sign)
    .join('')
    .normalize('NFC')

/** What is printed across several pages is a watermark. */
function repeatedTurned(pages: readonly PageInk[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) counts.set(turnedWords(page), (counts.get(turnedWords(page)) ?? 0) + 1)
  return new Set([...counts].filter(([words, count]) => words !== '' && count > 1).map(([words]) => words))
}

function hiddenWords({ ink, scanned }: Page, repeated: Set<string>): Entry[] {
  const turned = turnedWords(ink)
  const entries: Entry[] = turned === '' ? [] : [aside(repeated.has(turned) ? 'page-furniture' : 'unreadable', turned)]
  const unseen = ink.glyphs.filter(
    ({ hiding }) => hiding === 'white' || hiding === 'outside' || (hiding === 'without-ink' && !scanned),
  )
  for (const row of pageRows(piecesOf(unseen))) entries.push(aside('unreadable', unmarked(row.words)))
  return entries
}
