import type { Aside } from '../structure/block-rules.ts'
import { addWords, emptyContent, type Content, type Manner } from '../story/content.ts'
import {
  addAsides,
  addParagraph,
  addStory,
  addTable,
  asidesFrom,
  emptyStory,
  type ParagraphLook,
  type ShownNumber,
  type Story,
} from '../story/story.ts'
import { BLOCKS, HEADINGS, isFurniture, NOT_SHOWN, PICTURES, pictureAside, typedWords } from './html-elements.ts'
import { nextItem, openHtmlList, type OpenHtmlList } from './html-lists.ts'
import type { HtmlNotes } from './html-notes.ts'
import type { HtmlLook, HtmlStyles } from './html-styles.ts'
import { captionsOf, laysOut, readHtmlTable } from './html-tables.ts'
import { isElement, isText, wordsWithin, type HtmlElement, type HtmlNode } from './html-tree.ts'

/** What a page shows becomes blocks; what it hides, menus and notes become asides beside them. */

export type HtmlContext = { styles: HtmlStyles; notes: HtmlNotes; taken: Set<HtmlElement>; inNote: boolean }

/** How words stand where the reading has come to. */
type Place = Manner & ParagraphLook & { pre: boolean; list: OpenHtmlList | null }

const PLAIN: Place = {
  deleted: false,
  inserted: false,
  bold: false,
  capitals: false,
  hidden: false,
  centred: false,
  level: null,
  pre: false,
  list: null,
}

type Reading = {
  story: Story
  context: HtmlContext
  /** The paragraph being gathered, and how it looked when it began. */
  content: Content
  look: ParagraphLook
  number: ShownNumber | null
}

export function readHtmlStory(nodes: readonly HtmlNode[], context: HtmlContext): Story {
  const reading: Reading = { story: emptyStory(), context, content: emptyContent(), look: PLAIN, number: null }
  for (const node of nodes) readNode(reading, node, PLAIN)
  endParagraph(reading)
  return reading.story
}

const begun = ({ content }: Reading): boolean => content.lines.some((line) => line.text.trim() !== '')

function endParagraph(reading: Reading): void {
  const { content, story } = reading
  const words = begun(reading)
  addParagraph(story, content, { ...reading.look, bold: false }, words ? reading.number : null, false)
  if (words) reading.number = null
  reading.content = emptyContent()
}

function readNode(reading: Reading, node: HtmlNode, place: Place): void {
  if (isText(node)) return readText(reading, node.value, place)
  if (!isElement(node) || NOT_SHOWN.has(node.tagName) || reading.context.taken.has(node)) return
  const look = reading.context.styles.of(node)
  if (look.hidden === true && !place.hidden) return setAside(reading, node, 'unreadable')
  if (isFurniture(node)) return setAside(reading, node, 'page-furniture')
  if (BLOCKS.has(node.tagName)) readBlock(reading, node, look, placeIn(place, node, look))
  else readInline(reading, node, placeIn(place, node, look))
}

const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function placeIn(place: Place, { tagName }: HtmlElement, look: HtmlLook): Place {
  return {
    ...place,
    bold: look.bold ?? (BOLD.has(tagName) || place.bold),
    capitals: look.capitals ?? place.capitals,
    centred: look.centred ?? (tagName === 'center' || place.centred),
    deleted: place.deleted || tagName === 'del',
    inserted: place.inserted || tagName === 'ins',
    pre: look.pre ?? (tagName === 'pre' || tagName === 'textarea' || place.pre),
    level: HEADINGS.has(tagName) ? Number(tagName.slice(1)) - 1 : place.level,
  }
}

/** White space counts as one space, except in `pre`, where an empty line ends a paragraph. */
function readText(reading: Reading, text: string, place: Place): void {
  if (!begun(reading)) reading.look = place
  if (!place.pre) return addWords(reading.content, text.replace(/[ \t\n\r\f]+/g, ' '), place)
  text.split(/\r\n|[\n\r\f]/).forEach((line, at) => {
    if (at > 0) breakLine(reading, place)
    addWords(reading.content, line, place)
  })
}

/** A second break in a row ends the paragraph. */
function breakLine(reading: Reading, place: Place): void {
  const last = reading.content.lines.at(-1)?.text.trim() ?? ''
  if (last === '' && begun(reading)) endParagraph(reading)
  else addWords(reading.content, '\n', place)
}

function readInline(reading: Reading, element: HtmlElement, place: Place): void {
  const { content, context } = reading
  if (element.tagName === 'br') return breakLine(reading, place)
  if (PICTURES.has(element.tagName)) {
    content.asides.push(...pictureAside(element))
    return
  }
  if (element.tagName === 'input') {
    content.asides.push(...typedWords(element))
    return
  }
  if (element.tagName === 'math') content.unreadable.push(wordsWithin(element).trim())
  const note = element.tagName === 'a' && !context.inNote ? context.notes.noteOf(element) : null
  if (note) return readNote(reading, element, note)
  // Browsers print the marks of a quotation.
  if (element.tagName === 'q') addWords(content, '“', place)
  for (const child of element.childNodes) readNode(reading, child, place)
  if (element.tagName === 'q') addWords(content, '”', place)
}

/** The note's words stand aside where its mark stands, and not a second time at its own place. */
function readNote(reading: Reading, link: HtmlElement, note: HtmlElement): void {
  const { context } = reading
  if (context.taken.has(note)) return
  context.taken.add(note)
  const asides = asidesFrom(readHtmlStory(note.childNodes, { ...context, inNote: true }), 'note')
  const mark = wordsWithin(link).trim()
  const [first, ...others] = asides
  if (!first) return
  const printed = first.source.trimStart().startsWith(mark) ? first.source : `${mark} ${first.source}`
  reading.content.asides.push({ ...first, source: printed }, ...others)
}

function setAside(reading: Reading, element: HtmlElement, reason: Aside['reason']): void {
  if (BLOCKS.has(element.tagName)) endParagraph(reading)
  const asides = asidesFrom(readHtmlStory(element.childNodes, { ...reading.context, inNote: true }), reason)
  if (BLOCKS.has(element.tagName)) addAsides(reading.story, asides)
  else reading.content.asides.push(...asides)
}

function readBlock(reading: Reading, element: HtmlElement, look: HtmlLook, place: Place): void {
  if (element.tagName !== 'li') endParagraph(reading)
  switch (element.tagName) {
    case 'table':
      return readTable(reading, element)
    case 'ol':
    case 'ul':
    case 'menu':
    case 'dir':
      // An item that begins with a list shows its own number before nothing.
      reading.number = null
      return readInside(reading, element, {
        ...place,
        list: openHtmlList(element, look.listStyle, (place.list?.depth ?? -1) + 1),
      })
    case 'li':
      endParagraph(reading)
      reading.number = place.list && nextItem(place.list, element, look.listStyle)
      readInside(reading, element, place)
      reading.number = null
      return
    default:
      return readInside(reading, element, place)
  }
}

function readInside(reading: Reading, element: HtmlElement, place: Place): void {
  for (const child of element.childNodes) readNode(reading, child, place)
  endParagraph(reading)
}

function readTable(reading: Reading, table: HtmlElement): void {
  const { context, story } = reading
  if (laysOut(table)) {
    addStory(story, readHtmlStory(table.childNodes, context))
    return
  }
  for (const caption of captionsOf(table)) addStory(story, readHtmlStory(caption.childNodes, context))
  addTable(
    story,
    readHtmlTable(table, (cell) => readHtmlStory(cell.childNodes, context)),
  )
}
