import { emptyContent, type Manner } from '../story/content.ts'
import {
  addAsides,
  addParagraph,
  addStory,
  addTable,
  asidesFrom,
  emptyStory,
  type ShownNumber,
  type Story,
} from '../story/story.ts'
import { childOf, elementsOf, type XmlElement } from '../package/xml-tree.ts'
import { drawingIn } from './odt-drawings.ts'
import type { OdtNumbering, OpenList } from './odt-numbering.ts'
import { deletedWords, readOdtRuns, turnChange, type OdtRunContext } from './odt-runs.ts'
import { readOdtTable } from './odt-tables.ts'
import { wholeNumber } from './odt-xml.ts'

/** Paragraphs, lists and tables of an OpenDocument text become blocks. */

export type OdtContext = OdtRunContext & { numbering: OdtNumbering }

type Reading = Story & { context: OdtContext }

/** Where a block stands: the item whose number it bears, and whether it is part of a table of contents. */
type Place = { item: { list: OpenList; element: XmlElement } | null; list: OpenList | null; contents: boolean }

const OUTSIDE: Place = { item: null, list: null, contents: false }

export function readOdtStory(elements: XmlElement[], context: OdtContext): Story {
  const reading: Reading = { ...emptyStory(), context }
  for (const element of elements) readBlock(reading, element, OUTSIDE)
  const { asides, blocks, source } = reading
  return { asides, blocks, source }
}

function readBlock(reading: Reading, element: XmlElement, place: Place): void {
  const { context } = reading
  switch (element.name) {
    case 'text:p':
    case 'text:h':
      return readParagraph(reading, element, place)
    case 'text:list':
      return readList(reading, element, place)
    case 'text:numbered-paragraph':
      return readAlone(reading, element, place)
    case 'table:table':
      return addTable(
        reading,
        readOdtTable(element, (cell) => readOdtStory(cell, context)),
      )
    case 'text:section':
      return readSection(reading, element, place)
    case 'text:table-of-content':
      return elementsOf(element).forEach((child) => readBlock(reading, child, { ...place, contents: true }))
    case 'text:tracked-changes':
    case 'text:number':
      return
    case 'text:change':
      return addAsides(reading, [{ reason: 'tracked-change', source: deletedWords(element, context.changes) }])
    case 'text:change-start':
    case 'text:change-end':
      return turnChange(element, context.changes)
    default:
      return readOther(reading, element, place)
  }
}

/** Drawings that hang on the page, and whatever else holds blocks. */
function readOther(reading: Reading, element: XmlElement, place: Place): void {
  const drawing = drawingIn(element)
  if (!drawing) return elementsOf(element).forEach((child) => readBlock(reading, child, place))
  for (const box of drawing.boxes) addStory(reading, readOdtStory(elementsOf(box), reading.context))
  addAsides(reading, drawing.asides)
}

function readSection(reading: Reading, element: XmlElement, place: Place): void {
  if (element.attributes.display === 'none')
    return addAsides(reading, asidesFrom(readOdtStory(elementsOf(element), reading.context), 'unreadable'))
  for (const child of elementsOf(element)) readBlock(reading, child, place)
}

/** The first paragraph of an item bears its number; an item that begins with a list has none of its own. */
function readList(reading: Reading, element: XmlElement, place: Place): void {
  const list = reading.context.numbering.openList(element, place.list)
  for (const item of elementsOf(element)) {
    elementsOf(item).forEach((child, at) => {
      const bearsNumber = at === 0 && item.name === 'text:list-item'
      readBlock(reading, child, { ...place, list, item: bearsNumber ? { list, element: item } : null })
    })
  }
}

function readAlone(reading: Reading, element: XmlElement, place: Place): void {
  const list = reading.context.numbering.openAlone(element)
  for (const child of elementsOf(element)) readBlock(reading, child, { ...place, list, item: { list, element } })
}

function readParagraph(reading: Reading, element: XmlElement, place: Place): void {
  const { context } = reading
  const look = context.styles.paragraph(element.attributes['style-name'])
  const outline = element.name === 'text:h' ? (wholeNumber(element.attributes['outline-level']) ?? 1) : null
  const hidden = look.hidden || elementsOf(element).some(hidesParagraph)
  const manner: Manner = { deleted: false, inserted: false, bold: look.bold, capitals: look.capitals, hidden }
  const content = emptyContent()
  readOdtRuns(element, manner, content, context)
  const number = hidden ? null : numberOf(element, look.listStyle, outline, place, context)
  const level = outline === null ? look.level : outline - 1
  addParagraph(reading, content, { ...look, level }, number, place.contents || look.contents)
  for (const box of content.boxes) addStory(reading, readOdtStory(elementsOf(box), context))
}

const hidesParagraph = (element: XmlElement): boolean =>
  element.name === 'text:hidden-paragraph' && element.attributes['is-hidden'] === 'true'

function numberOf(
  element: XmlElement,
  listStyle: string | null,
  outline: number | null,
  { item, list }: Place,
  { numbering }: OdtContext,
): ShownNumber | null {
  if (element.attributes['is-list-header'] === 'true') return null
  if (item) return numbering.next(item.list, item.element, listStyle)
  return outline === null || list !== null || listStyle === '' ? null : numbering.nextHeading(element, outline)
}

/** The words of a note: its body, or the paragraphs of an annotation. */
export function noteStory(element: XmlElement, context: OdtContext): Story {
  const body = element.name === 'text:note' ? childOf(element, 'text:note-body') : element
  return readOdtStory(elementsOf(body), context)
}
