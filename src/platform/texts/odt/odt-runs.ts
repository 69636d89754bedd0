import type { Aside } from '../structure/block-rules.ts'
import { addWords, type Content, type Manner } from '../story/content.ts'
import { elementsOf, textOf, type XmlElement } from '../package/xml-tree.ts'
import { drawingIn } from './odt-drawings.ts'
import type { OdtStyles } from './odt-styles.ts'
import { wholeNumber } from './odt-xml.ts'

/** What stands inside a paragraph. */

export type OdtChanges = {
  /** What was done, by the number of the change. */
  kinds: Map<string, XmlElement>
  /** Changes that have begun and not ended: they may span paragraphs. */
  open: Set<string>
}

export type OdtRunContext = {
  styles: OdtStyles
  changes: OdtChanges
  /** The words of a note or annotation as asides. */
  noteAsides: (element: XmlElement) => Aside[]
}

type Reader = { content: Content; context: OdtRunContext }

export function readOdtRuns(element: XmlElement, manner: Manner, content: Content, context: OdtRunContext): void {
  readChildren(element, manner, { content, context })
}

function readChildren(element: XmlElement, manner: Manner, reader: Reader): void {
  for (const child of element.children) {
    // Runs of white space count as one space; line breaks have an element of their own.
    if (typeof child === 'string') addWords(reader.content, child.replace(/\s+/g, ' '), mannerNow(manner, reader))
    else readElement(child, manner, reader)
  }
}

/** What is inserted or deleted is told by the changes that are open at this place. */
function mannerNow(manner: Manner, { context }: Reader): Manner {
  if (context.changes.open.size === 0) return manner
  const kinds = [...context.changes.open].map((id) => context.changes.kinds.get(id)?.name)
  return {
    ...manner,
    inserted: manner.inserted || kinds.includes('text:insertion'),
    deleted: manner.deleted || kinds.includes('text:deletion'),
  }
}

/** Marks and codes: nothing that is seen. */
const SILENT = new Set(['text:soft-page-break', 'text:ruby-text', 'office:annotation-end', 'text:note-citation'])

const MOST_SPACES = 200

function readElement(element: XmlElement, manner: Manner, reader: Reader): void {
  const { content, context } = reader
  if (SILENT.has(element.name)) return
  switch (element.name) {
    case 'text:s':
      return addWords(
        content,
        ' '.repeat(Math.min(wholeNumber(element.attributes.c) ?? 1, MOST_SPACES)),
        mannerNow(manner, reader),
      )
    case 'text:tab':
      return addWords(content, '\t', mannerNow(manner, reader))
    case 'text:line-break':
      return addWords(content, '\n', mannerNow(manner, reader))
    case 'text:span':
      return readChildren(
        element,
        { ...manner, ...context.styles.run(element.attributes['style-name'], manner) },
        reader,
      )
    case 'text:note':
    case 'office:annotation':
      content.asides.push(...context.noteAsides(element))
      return
    case 'text:change':
      return addWords(content, deletedWords(element, context.changes), { ...manner, deleted: true })
    case 'text:change-start':
    case 'text:change-end':
      return turnChange(element, context.changes)
    case 'text:hidden-text':
      return readHidden(element, manner, reader)
    default:
      return readOther(element, manner, reader)
  }
}

function readOther(element: XmlElement, manner: Manner, reader: Reader): void {
  const drawing = drawingIn(element)
  if (!drawing) return readChildren(element, manner, reader)
  if (mannerNow(manner, reader).deleted)
    return addWords(reader.content, drawing.boxes.map(textOf).join(' '), { ...manner, deleted: true })
  reader.content.boxes.push(...drawing.boxes)
  reader.content.asides.push(...drawing.asides)
}

export function turnChange(element: XmlElement, { open }: OdtChanges): void {
  const id = element.attributes['change-id'] ?? ''
  if (element.name === 'text:change-start') open.add(id)
  else if (element.name === 'text:change-end') open.delete(id)
}

/** The words that were deleted at this place; they are kept apart from the text. */
export function deletedWords(element: XmlElement, { kinds }: OdtChanges): string {
  const change = kinds.get(element.attributes['change-id'] ?? '')
  return change?.name === 'text:deletion' ? elementsOf(change).map(plainWords).join('\n').trim() : ''
}

/** All words within, with a break after each paragraph. */
function plainWords(element: XmlElement): string {
  if (element.name === 'text:s' || element.name === 'text:tab') return ' '
  if (element.name === 'text:line-break') return '\n'
  const inside = element.children.map((child) =>
    typeof child === 'string' ? child.replace(/\s+/g, ' ') : plainWords(child),
  )
  return inside.join(element.name === 'text:p' || element.name === 'text:h' ? '' : ' ')
}

/** Words that a condition hides: what they would say stands in an attribute. */
function readHidden({ attributes, children }: XmlElement, manner: Manner, { content }: Reader): void {
  const words = attributes['string-value'] ?? children.filter((child) => typeof child === 'string').join('')
  addWords(content, words.replace(/\s+/g, ' '), { ...manner, hidden: attributes['is-hidden'] !== 'false' })
}
