import type { Blocks } from '../structure/block-rules.ts'
import { cellWords, type TableReading } from '../story/story.ts'
import { elementsOf, type XmlElement } from '../package/xml-tree.ts'

export function readOdtTable(table: XmlElement, readCell: (elements: XmlElement[]) => Blocks): TableReading {
  const reading: TableReading = { printed: '', remarks: [], asides: [] }
  const rows = rowsOf(table).map((row) =>
    elementsOf(row)
      .flatMap((cell) => cellOf(cell, readCell, reading))
      .join('\t'),
  )
  reading.printed = rows.join('\n')
  return reading
}

const GROUPS = new Set(['table:table-rows', 'table:table-header-rows', 'table:table-row-group'])

const rowsOf = (table: XmlElement): XmlElement[] =>
  elementsOf(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child]
    return GROUPS.has(child.name) ? rowsOf(child) : []
  })

/** A cell that another covers has its place in the row and no words that are seen. */
function cellOf(cell: XmlElement, readCell: (elements: XmlElement[]) => Blocks, reading: TableReading): string[] {
  if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return []
  const words = cellWords(readCell(elementsOf(cell)), reading)
  if (cell.name === 'table:table-cell') return [words]
  if (words !== '') reading.asides.push({ reason: 'unreadable', source: words })
  return ['']
}
