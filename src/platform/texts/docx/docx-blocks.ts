import { addAll, wordsBlock, type Aside, type Block, type Blocks, type Look } from '../structure/block-rules.ts'
import type { Numbering } from './docx-numbering.ts'
import { emptyContent, endIsDeleted, readRuns, type Content, type Line, type RunContext } from './docx-runs.ts'
import type { ParagraphProperties } from './docx-styles.ts'
import { readTable, type TableReading } from './docx-tables.ts'
import { childOf, elementsOf, valueOf, type XmlElement } from './docx-xml.ts'
import { cleanText, foldWords } from '../words-rules.ts'

/** Paragraphs and tables of a Word file become blocks; what is left out becomes asides beside them. */

export type StoryContext = RunContext & { numbering: Numbering }

/** A run of paragraphs: the body, a note, a header. `source` holds everything read, as plain paragraphs. */
export type Story = Blocks & { source: string[] }

type Reading = Story & { context: StoryContext; carried: Content | null }

export function readStory(elements: XmlElement[], context: StoryContext): Story {
  const reading: Reading = { asides: [], blocks: [], source: [], context, carried: null }
  for (const element of elements) readElement(reading, element, false)
  // The words of a last paragraph whose end was deleted have no next one to join.
  if (reading.carried) addParagraph(reading, reading.carried, context.styles.paragraph(undefined), null, false)
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
  addParagraph(reading, content, properties, number, isContents)
}

function addParagraph(
  reading: Reading,
  content: Content,
  properties: ParagraphProperties,
  number: { text: string; depth: number } | null,
  contents: boolean,
): void {
  const blocks = blocksOf(content, properties, number)
  for (const block of blocks) reading.blocks.push(contents ? { ...block, kind: 'contents' } : block)
  if (blocks.length > 0) reading.source.push(blocks.map((block) => block.printed).join('\n'))
  addAsides(reading, asidesOf(content))
  for (const box of content.boxes) addStory(reading, readStory(elementsOf(box), reading.context))
}

/** A block for each line of the paragraph; the number stands before the first. */
function blocksOf(
  content: Content,
  properties: ParagraphProperties,
  number: { text: string; depth: number } | null,
): Block[] {
  const lines = content.lines.filter((line) => line.text.trim() !== '')
  // Word shows the number of an empty paragraph ("Neni 3", the heading below), but an empty dash says nothing.
  if (lines.length === 0 && number && /[\p{L}\d]/u.test(number.text))
    lines.push({ text: '', letters: 0, bold: 0, capitals: 0 })
  const blocks = lines.map((line, at) => {
    const numbered = at === 0 && number !== null && number.text !== ''
    const printed = cleanText(numbered ? `${number.text} ${line.text}`.trimEnd() : line.text)
    return wordsBlock(printed, {
      number: numbered ? number.text : null,
      depth: numbered ? number.depth : null,
      parted: at === 0 ? 'paragraph' : 'line',
      look: lookOf(line, properties),
    })
  })
  blocks[0]?.remarks.push(...remarksOf(content))
  return blocks
}

const lookOf = (line: Line, properties: ParagraphProperties): Look => ({
  bold: line.letters > 0 ? line.bold === line.letters : properties.bold,
  centred: properties.centred,
  capitals: line.letters > 0 && line.capitals === line.letters,
  level: properties.level,
})

function remarksOf(content: Content): Aside[] {
  const inserted: Aside[] =
    content.inserted.trim() === '' ? [] : [{ reason: 'tracked-change', source: foldWords(content.inserted) }]
  return [...inserted, ...content.unreadable.map((source): Aside => ({ reason: 'unreadable', source }))]
}

function asidesOf(content: Content): Aside[] {
  const asides: Aside[] = [
    { reason: 'tracked-change', source: content.deleted },
    { reason: 'unreadable', source: content.hidden },
  ]
  return [...asides.filter((aside) => aside.source.trim() !== ''), ...content.asides]
}

/** What is left out stands in the source as a paragraph of its own, after the one it was in. */
function addAsides(reading: Reading, asides: Aside[]): void {
  const clean = asides.map((aside) => ({ ...aside, source: cleanText(aside.source).trim() }))
  addAll(reading.blocks.at(-1)?.asides ?? reading.asides, clean)
  addAll(
    reading.source,
    clean.map((aside) => aside.source).filter((source) => source.trim() !== ''),
  )
}

function addStory(reading: Reading, story: Story): void {
  addAll(reading.blocks.at(-1)?.asides ?? reading.asides, story.asides)
  addAll(reading.blocks, story.blocks)
  addAll(reading.source, story.source)
}

function addTable(reading: Reading, table: TableReading): void {
  const block = wordsBlock(table.printed, { remarks: table.remarks })
  if (block.words !== '') {
    reading.blocks.push({ ...block, kind: 'table' })
    reading.source.push(table.printed)
  }
  addAsides(reading, table.asides)
}
