import { linesIn, type Line } from './akn-lines.ts'
import { addAsides, type Reading } from './akn-tree.ts'
import { childOf, elementsOf, type AknElement } from './akn-xml.ts'

/** A table of the file becomes the body of a node: a line for each row, cells parted by tabs. */
export function fillTable(reading: Reading, node: number, table: AknElement): void {
  const caption = childOf(table, 'caption')
  const open = reading.nodes[node]
  if (!open) throw new Error('no such node')
  if (caption) addCaption(reading, open, caption)
  const rows = elementsOf(table).filter((child) => child.name === 'tr')
  for (const row of rows) {
    const cells = elementsOf(row).map((cell) => ({ cell, ...linesIn(cell) }))
    const line: Line = {
      words: cells.map(({ cell, lines }) => joined(lines, 'words') + '\t'.repeat(spanOf(cell) - 1)).join('\t'),
      printed: cells.map(({ cell, lines }) => joined(lines, 'printed') + '\t'.repeat(spanOf(cell) - 1)).join('\t'),
    }
    open.lines.push(line)
    reading.source.push(line.printed)
    addAsides(
      reading,
      cells.flatMap((cell) => cell.asides),
    )
  }
  // Cells that reach over others have lost their place.
  if (rows.some((row) => elementsOf(row).some(reaches)))
    reading.doubts.push({ node, reason: 'table', source: open.lines.map((line) => line.printed).join('\n') })
}

function addCaption(reading: Reading, open: Reading['nodes'][number], caption: AknElement): void {
  const { lines, asides } = linesIn(caption)
  open.heading = [open.heading, ...lines.map((line) => line.words)].filter(Boolean).join(' ') || null
  open.head.push(...lines.map((line) => line.printed))
  reading.source.push(...lines.map((line) => line.printed))
  addAsides(reading, asides)
}

const joined = (lines: readonly Line[], side: keyof Line): string => lines.map((line) => line[side]).join(' ')

const spanOf = ({ attributes }: AknElement): number =>
  Math.min(Math.max(Number.parseInt(attributes.colspan ?? '1', 10) || 1, 1), 63)

const reaches = ({ attributes }: AknElement): boolean =>
  /^[2-9]|^1\d/.test(attributes.colspan ?? '') || /^[2-9]|^1\d/.test(attributes.rowspan ?? '')
