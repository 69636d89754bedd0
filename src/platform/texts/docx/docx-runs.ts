import type { Aside } from '../structure/block-rules.ts'
import { holdsWords, pictureAsides, textBoxesIn } from './docx-drawings.ts'
import { addInstruction, makesContents, turnField, type Field } from './docx-fields.ts'
import { SIGNS, symbolOf, UNKNOWN_SYMBOL } from './docx-signs.ts'
import type { ParagraphProperties, Styles } from './docx-styles.ts'
import { childOf, elementsOf, switchOf, textOf, type XmlElement } from './docx-xml.ts'

/** A line of a paragraph: the words, and how many of their letters are bold or in capitals. */
export type Line = { text: string; letters: number; bold: number; capitals: number }

/** What a paragraph holds once revisions are accepted, fields read and hidden words set aside. */
export type Content = {
  lines: Line[]
  /** Words that someone inserted with tracked changes. */
  inserted: string
  deleted: string
  hidden: string
  /** Signs and formulas whose words cannot be told with certainty. */
  unreadable: string[]
  asides: Aside[]
  boxes: XmlElement[]
  /** Within a field that makes a table of contents. */
  contents: boolean
}

export type NoteKind = 'footnotes' | 'endnotes' | 'comments'

/** What is the same for all paragraphs of a file. Fields may span many of them. */
export type RunContext = {
  styles: Styles
  pictures: Map<string, string>
  notesOf: (kind: NoteKind, id: string) => Aside[]
  fields: Field[]
}

type Manner = { deleted: boolean; inserted: boolean; bold: boolean; capitals: boolean; hidden: boolean }
type Reader = { content: Content; context: RunContext; paragraph: ParagraphProperties }

export const emptyContent = (): Content => ({
  lines: [{ text: '', letters: 0, bold: 0, capitals: 0 }],
  inserted: '',
  deleted: '',
  hidden: '',
  unreadable: [],
  asides: [],
  boxes: [],
  contents: false,
})

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
  if (text === '' || context.fields.some((field) => !field.result)) return
  if (manner.deleted) content.deleted += text
  else if (manner.hidden) content.hidden += text
  else {
    if (manner.inserted) content.inserted += text
    const [first = '', ...others] = text.split('\n')
    addToLine(content.lines, first, manner)
    for (const line of others) {
      content.lines.push({ text: '', letters: 0, bold: 0, capitals: 0 })
      addToLine(content.lines, line, manner)
    }
  }
}

function addToLine(lines: Line[], text: string, manner: Manner): void {
  const line = lines.at(-1)
  if (!line) return
  const letters = text.match(/[\p{L}\d]/gu)?.length ?? 0
  line.text += text
  line.letters += letters
  if (manner.bold) line.bold += letters
  if (manner.capitals) line.capitals += letters
}

function addNote(kind: NoteKind, element: XmlElement, { content, context }: Reader): void {
  content.asides.push(...context.notesOf(kind, element.attributes.id ?? ''))
}

function readDrawing(element: XmlElement, manner: Manner, { content, context }: Reader): void {
  if (manner.deleted) {
    content.deleted += textBoxesIn(element).map(textOf).join(' ')
    return
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
