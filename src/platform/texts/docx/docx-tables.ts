import { addAll, type Aside, type Blocks } from '../structure/block-rules.ts'
import { childOf, elementsOf, numberOf, type XmlElement } from './docx-xml.ts'

/** Rows parted by line breaks, cells by tabs. */
export type TableReading = { printed: string; remarks: Aside[]; asides: Aside[] }

export function readTable(table: XmlElement, readCell: (elements: XmlElement[]) => Blocks): TableReading {
  const reading: TableReading = { printed: '', remarks: [], asides: [] }
  const rows: string[] = []
  for (const row of unwrapped(table, 'w:tr')) {
    const cells = unwrapped(row, 'w:tc').flatMap((cell) => cellWords(cell, readCell, reading))
    if (isDeleted(row)) reading.asides.push({ reason: 'tracked-change', source: cells.join('\t') })
    else rows.push(cells.join('\t'))
  }
  reading.printed = rows.join('\n')
  return reading
}

/** Rows and cells may be wrapped in content controls. */
function unwrapped(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    return /^w:(?:sdt|sdtContent|customXml|ins)$/.test(child.name) ? unwrapped(child, name) : []
  })
}

const isDeleted = (row: XmlElement): boolean => childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined

/** The words of a cell on one line; a cell over two columns is followed by an empty one. */
function cellWords(cell: XmlElement, readCell: (elements: XmlElement[]) => Blocks, reading: TableReading): string[] {
  const story = readCell(elementsOf(cell).filter((child) => child.name !== 'w:tcPr'))
  addAll(
    reading.remarks,
    story.blocks.flatMap((block) => block.remarks),
  )
  addAll(reading.asides, [...story.asides, ...story.blocks.flatMap((block) => block.asides)])
  const words = story.blocks.map((block) => block.printed.replace(/\s+/g, ' ').trim()).join(' ')
  const span = Math.min(Math.max(numberOf(childOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1, 1), 63)
  return [words, ...Array<string>(span - 1).fill('')]
}
