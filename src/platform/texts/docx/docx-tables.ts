import type { Blocks } from '../structure/block-rules.ts'
import { cellWords, type TableReading } from '../story/story.ts'
import { childOf, elementsOf, type XmlElement } from '../package/xml-tree.ts'
import { numberOf } from './docx-xml.ts'

export function readTable(table: XmlElement, readCell: (elements: XmlElement[]) => Blocks): TableReading {
  const reading: TableReading = { printed: '', remarks: [], asides: [] }
  const rows: string[] = []
  for (const row of unwrapped(table, 'w:tr')) {
    const cells = unwrapped(row, 'w:tc').flatMap((cell) => cellsOf(cell, readCell, reading))
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

/** A cell over two columns is followed by an empty one. */
function cellsOf(cell: XmlElement, readCell: (elements: XmlElement[]) => Blocks, reading: TableReading): string[] {
  const words = cellWords(readCell(elementsOf(cell).filter((child) => child.name !== 'w:tcPr')), reading)
  const span = Math.min(Math.max(numberOf(childOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1, 1), 63)
  return [words, ...Array<string>(span - 1).fill('')]
}
