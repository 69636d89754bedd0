import type { Aside } from './block-rules.ts'
import { pictureAsides, textBoxesIn } from './docx-drawings.ts'
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
  fields: { result: boolean; instruction: string }[]
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
  content.contents ||= isInContents(context)
  return content
}

const isInContents = ({ fields }: RunContext): boolean => fields.some((field) => /^\s*TOC\b/.test(field.instruction))

function readChildren(element: XmlElement, manner: Manner, reader: Reader): void {
  for (const child of elementsOf(element)) readElement(child, manner, reader)
}

function readElement(element: XmlElement, manner: Manner, reader: Reader): void {
  const { content, context } = reader
  switch (element.name) {
    case 'w:pPr':
    case 'w:rPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
    case 'w:instrText':
    case 'w:delInstrText':
      if (element.name === 'w:instrText') addInstruction(context, textOf(element))
      return
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
      content.unreadable.push(textOf(element))
      return addText(textOf(element), manner, reader)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
    case 'mc:AlternateContent':
      return readDrawing(element, manner, reader)
    default:
      return readSign(element, manner, reader)
  }
}

function readSign(element: XmlElement, manner: Manner, reader: Reader): void {
  const sign = SIGNS[element.name]
  if (sign !== undefined) return addText(sign, manner, reader)
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
      return addText(textOf(element), manner, reader)
    case 'w:sym':
      return addText(symbolOf(element, reader.content), manner, reader)
    case 'w:fldChar':
      return turnField(reader.context, element.attributes.fldCharType)
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

const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  // Shown only where a line happens to end.
  'w:softHyphen': '',
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

/** begin … (what the field is) … separate … (what it shows) … end */
function turnField({ fields }: RunContext, turn: string | undefined): void {
  const field = fields.at(-1)
  if (turn === 'begin') fields.push({ result: false, instruction: '' })
  else if (turn === 'separate' && field) field.result = true
  else if (turn === 'end') fields.pop()
}

function addInstruction({ fields }: RunContext, text: string): void {
  const field = fields.at(-1)
  if (field && !field.result) field.instruction += text
}

function addNote(kind: NoteKind, element: XmlElement, { content, context }: Reader): void {
  content.asides.push(...context.notesOf(kind, element.attributes.id ?? ''))
}

function readDrawing(element: XmlElement, manner: Manner, { content, context }: Reader): void {
  if (manner.deleted) return
  content.boxes.push(...textBoxesIn(element))
  content.asides.push(...pictureAsides(element, context.pictures))
}

// Of the signs that offices take from Symbol and Wingdings, those that can be told.
const SYMBOLS: Record<string, string> = {
  F0B7: '•',
  F0A7: '▪',
  F0D8: '➢',
  F0FC: '✓',
  F0A8: '☐',
  F06F: '□',
  F0FE: '☒',
  F02D: '−',
  F0A3: '≤',
  F0B3: '≥',
  F0B0: '°',
  F0B1: '±',
  F0B4: '×',
  F0AE: '→',
  F0E0: '→',
}

function symbolOf(element: XmlElement, content: Content): string {
  const code = (element.attributes.char ?? '').toUpperCase()
  const known = SYMBOLS[code] ?? (/^[0-9A-E]/.test(code) ? String.fromCodePoint(Number.parseInt(code, 16)) : undefined)
  if (known === undefined) content.unreadable.push('\ufffd')
  return known ?? '\ufffd'
}

/** Whether the paragraph's end was deleted with tracked changes: its words then belong to the next paragraph. */
export function endIsDeleted(properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, 'w:rPr')
  return switchOf(mark, 'w:del') === true || switchOf(mark, 'w:moveFrom') === true
}
