import type { Aside } from '../structure/block-rules.ts'
import { addWords, type Content, type Manner } from '../story/content.ts'
import { holdsWords, pictureAsides, textBoxesIn } from './docx-drawings.ts'
import { addInstruction, makesContents, turnField, type Field } from './docx-fields.ts'
import { SIGNS, symbolOf, UNKNOWN_SYMBOL } from './docx-signs.ts'
import type { ParagraphProperties, Styles } from './docx-styles.ts'
import { childOf, elementsOf, textOf, type XmlElement } from '../package/xml-tree.ts'
import { switchOf } from './docx-xml.ts'

export type NoteKind = 'footnotes' | 'endnotes' | 'comments'

/** What is the same for all paragraphs of a file. Fields may span many of them. */
export type RunContext = {
  styles: Styles
  pictures: Map<string, string>
  notesOf: (kind: NoteKind, id: string) => Aside[]
  fields: Field[]
}

type Reader = { content: Content; context: RunContext; paragraph: ParagraphProperties }

/** Reads a paragraph's runs into `content`, which may hold the words of one whose end was deleted. */
export function readRuns(
  element: XmlElement,
  paragraph: ParagraphProperties,
  context: RunContext,
  content: Content,
): Content {
  const manner = {
    deleted: false,
    inserted: false,
    bold: paragraph.bold,
    capitals: paragraph.capitals,
    hidden: paragraph.hidden,
  }
  readChildren(element, manner, { content, context, paragraph })
  content.contents ||= makesContents(context.fields)
  return content
}

function readChildren(element: XmlElement, manner: Manner, reader: Reader): void {
  for (const child of elementsOf(element)) readElement(child, manner, reader)
}

/** Properties and codes: no words of the paragraph. */
const SILENT = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:delInstrText'])

function readElement(element: XmlElement, manner: Manner, reader: Reader): void {
  if (SILENT.has(element.name)) return
  switch (element.name) {
    case 'w:r':
      return readChildren(element, mannerOf(element, manner, reader), reader)
    case 'w:del':
    case 'w:moveFrom':
      return readChildren(element, { ...manner, deleted: true }, reader)
    case 'w:ins':
    case 'w:moveTo':
      return readChildren(element, { ...manner, inserted: element.name === 'w:ins' }, reader)
    case 'w:ruby':
      return readChildren(childOf(element, 'w:rubyBase') ?? element, manner, reader)
    case 'm:oMath':
      reader.content.unreadable.push(textOf(element))
      return addText(textOf(element), manner, reader)
    case 'mc:AlternateContent':
      return readAlternative(element, manner, reader)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(element, manner, reader)
    default:
      return readSign(element, manner, reader)
  }
}

/** New and old form of the same: of signs (emoji) only the old one may hold words, of drawings either. */
function readAlternative(element: XmlElement, manner: Manner, reader: Reader): void {
  const worded = [childOf(element, 'mc:Choice'), childOf(element, 'mc:Fallback')].find(
    (form) => form && holdsWords(form),
  )
  if (worded) readChildren(worded, manner, reader)
  else readDrawing(element, manner, reader)
}

function readSign(element: XmlElement, manner: Manner, reader: Reader): void {
  const sign = SIGNS[element.name]
  if (sign !== undefined) return addText(sign, manner, reader)
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
      return addText(textOf(element), manner, reader)
    case 'w:sym':
      return addText(knownSymbol(element, reader.content), manner, reader)
    case 'w:instrText':
      return addInstruction(reader.context.fields, textOf(element))
    case 'w:fldChar':
      return turnField(reader.context.fields, element.attributes.fldCharType)
    case 'w:footnoteReference':
      return addNote('footnotes', element, reader)
    case 'w:endnoteReference':
      return addNote('endnotes', element, reader)
    case 'w:commentReference':
      return addNote('comments', element, reader)
    default:
      return readChildren(element, manner, reader)
  }
}

function mannerOf(run: XmlElement, manner: Manner, { context, paragraph }: Reader): Manner {
  return { ...manner, ...context.styles.run(childOf(run, 'w:rPr'), paragraph) }
}

function addText(text: string, manner: Manner, { content, context }: Reader): void {
  if (!context.fields.some((field) => !field.result)) addWords(content, text, manner)
}

function addNote(kind: NoteKind, element: XmlElement, { content, context }: Reader): void {
  content.asides.push(...context.notesOf(kind, element.attributes.id ?? ''))
}

function readDrawing(element: XmlElement, manner: Manner, { content, context }: Reader): void {
  if (manner.deleted) {
    return addWords(content, textBoxesIn(element).map(textOf).join(' '), manner)
  }
  content.boxes.push(...textBoxesIn(element))
  content.asides.push(...pictureAsides(element, context.pictures))
}

function knownSymbol(element: XmlElement, content: Content): string {
  const symbol = symbolOf(element)
  if (symbol === UNKNOWN_SYMBOL) content.unreadable.push(symbol)
  return symbol
}

/** Whether the paragraph's end was deleted with tracked changes: its words then belong to the next paragraph. */
export function endIsDeleted(properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, 'w:rPr')
  return switchOf(mark, 'w:del') === true || switchOf(mark, 'w:moveFrom') === true
}
