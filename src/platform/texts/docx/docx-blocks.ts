import type { Numbering } from './docx-numbering.ts'
import { endIsDeleted, readRuns, type RunContext } from './docx-runs.ts'
import { readTable } from './docx-tables.ts'
import { childOf, elementsOf, type XmlElement } from '../package/xml-tree.ts'
import { valueOf } from './docx-xml.ts'
import { emptyContent, type Content } from '../story/content.ts'
import {
  addAsides,
  addParagraph,
  addStory,
  addTable,
  emptyStory,
  type ParagraphLook,
  type ShownNumber,
  type Story,
} from '../story/story.ts'

/** Paragraphs and tables of a Word file become blocks; what is left out becomes asides beside them. */

export type StoryContext = RunContext & { numbering: Numbering }

type Reading = Story & { context: StoryContext; carried: Content | null }

export function readStory(elements: XmlElement[], context: StoryContext): Story {
  const reading: Reading = { ...emptyStory(), context, carried: null }
  for (const element of elements) readElement(reading, element, false)
  // The words of a last paragraph whose end was deleted have no next one to join.
  if (reading.carried) addWhole(reading, reading.carried, context.styles.paragraph(undefined), null, false)
  const { asides, blocks, source } = reading
  return { asides, blocks, source }
}

function readElement(reading: Reading, element: XmlElement, contents: boolean): void {
  switch (element.name) {
    case 'w:p':
      return readParagraph(reading, element, contents)
    case 'w:tbl':
      return addTable(
        reading,
        readTable(element, (cell) => readStory(cell, reading.context)),
      )
    case 'w:altChunk':
      return addAsides(reading, [
        { reason: 'unreadable', source: reading.context.pictures.get(element.attributes['r:id'] ?? '') ?? '' },
      ])
    case 'w:sdt': {
      const isContents = contents || /table of contents/i.test(galleryOf(element))
      return elementsOf(childOf(element, 'w:sdtContent')).forEach((child) => readElement(reading, child, isContents))
    }
    case 'mc:AlternateContent':
      return elementsOf(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')).forEach((child) =>
        readElement(reading, child, contents),
      )
    case 'w:pPr':
    case 'w:sdtPr':
      return
    default:
      return elementsOf(element).forEach((child) => readElement(reading, child, contents))
  }
}

const galleryOf = (element: XmlElement): string =>
  valueOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') ?? ''

function readParagraph(reading: Reading, element: XmlElement, contents: boolean): void {
  const { context } = reading
  const direct = childOf(element, 'w:pPr')
  const properties = context.styles.paragraph(direct)
  const content = readRuns(element, properties, context, reading.carried ?? emptyContent())
  reading.carried = null
  if (endIsDeleted(direct)) {
    reading.carried = content
    return
  }
  const number = properties.numbered && context.numbering.next(properties.numbered)
  const isContents = contents || content.contents || /^toc \d|^toc\d/i.test(context.styles.nameOf(properties.styleId))
  addWhole(reading, content, properties, number, isContents)
}

/** The paragraph, then the text boxes that hang on it. */
function addWhole(
  reading: Reading,
  content: Content,
  look: ParagraphLook,
  number: ShownNumber | null,
  contents: boolean,
): void {
  addParagraph(reading, content, look, number, contents)
  for (const box of content.boxes) addStory(reading, readStory(elementsOf(box), reading.context))
}
