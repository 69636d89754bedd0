import { openDocx } from '../../texts/docx-package.ts'
import { endIsDeleted } from '../../texts/docx/docx-runs.ts'
import { numberOf, switchOf } from '../../texts/docx/docx-xml.ts'
import { PackageRefused } from '../../texts/package/package-parts.ts'
import { childOf, elementsOf, textOf, type XmlElement } from '../../texts/package/xml-tree.ts'
import { cleanWords, type ReadRefusal, type SourceRow, type SourceSheet } from './source-rules.ts'

/**
 * A Word file as one sheet: a row for each row of its tables and, between them, each paragraph as a row of one cell. What was
 * deleted with tracked changes is not read, what was inserted is; remarks beside the text are no words of it.
 */
export function readDocxRows(bytes: Uint8Array): SourceSheet[] | ReadRefusal {
  try {
    const body = childOf(openDocx(bytes).document, 'w:body')
    const rows = rowsOf(elementsOf(body)).map((cells, index): SourceRow => ({ at: index + 1, cells: trimmed(cells) }))
    return [{ name: 'DOCX', names: null, raggedMatters: false, rows, notes: [] }]
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error
    const { why } = error
    return why === 'too-large' || why === 'encrypted' ? why : why === 'no-package' ? 'not-a-table' : 'broken'
  }
}

/** Tables and paragraphs may be wrapped in content controls. */
const WRAPS = /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/

function rowsOf(elements: readonly XmlElement[]): string[][] {
  return elements.flatMap((element): string[][] => {
    if (element.name === 'w:tbl') return unwrapped(element, 'w:tr').filter(stands).map(cellsOf)
    if (element.name === 'w:p') return [[wordsOfBlocks([element])]]
    return WRAPS.test(element.name) ? rowsOf(elementsOf(element)) : []
  })
}

const unwrapped = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    return WRAPS.test(child.name) ? unwrapped(child, name) : []
  })

const stands = (row: XmlElement): boolean => childOf(childOf(row, 'w:trPr'), 'w:del') === undefined

/** A cell over two columns is followed by an empty one. */
const cellsOf = (row: XmlElement): string[] =>
  unwrapped(row, 'w:tc').flatMap((cell) => {
    const span = Math.min(Math.max(numberOf(childOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1, 1), 63)
    return [wordsOfBlocks(elementsOf(cell)), ...Array<string>(span - 1).fill('')]
  })

/** Paragraph by paragraph; one whose end was deleted goes on in the next. */
function wordsOfBlocks(elements: readonly XmlElement[]): string {
  let words = ''
  let begins = true
  for (const element of elements) {
    if (element.name === 'w:p') {
      words += (begins ? '' : '\n') + wordsIn(element)
      begins = endIsDeleted(childOf(element, 'w:pPr'))
    } else if (element.name === 'w:tbl') {
      words += `${begins ? '' : '\n'}${unwrapped(element, 'w:tr').filter(stands).map(cellsOf).flat().join('\n')}`
      begins = false
    } else if (WRAPS.test(element.name)) {
      words += (begins ? '' : '\n') + wordsOfBlocks(elementsOf(element))
      begins = false
    }
  }
  return words
}

const SILENT = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:instrText', 'w:delInstrText', 'w:delText'])
const GONE = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

function wordsIn(element: XmlElement): string {
  if (SILENT.has(element.name) || GONE.has(element.name)) return ''
  if (element.name === 'w:r' && switchOf(childOf(element, 'w:rPr'), 'w:vanish')) return ''
  switch (element.name) {
    case 'w:t':
    case 'm:t':
      return textOf(element)
    case 'w:tab':
      return ' '
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    default:
      return elementsOf(element).map(wordsIn).join('')
  }
}

const trimmed = (cells: readonly string[]): string[] => {
  const clean = cells.map((cell) => cleanWords(cell).words)
  while (clean.length > 0 && clean.at(-1) === '') clean.pop()
  return clean
}
