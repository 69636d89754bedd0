import { asidesOf, linesIn } from './akn/akn-lines.ts'
import { isHierarchy, kindOfElement } from './akn/akn-kind-rules.ts'
import { fillTable } from './akn/akn-tables.ts'
import {
  addAsides,
  addLines,
  addNode,
  finished,
  labelOf,
  withoutHead,
  type Place,
  type Reading,
} from './akn/akn-tree.ts'
import { childOf, elementsOf, readAknXml, type AknElement } from './akn/akn-xml.ts'
import { ReadRefused, type ReadRefusal } from './refusal-rules.ts'
import type { NodeKind, ReadText } from './text-rules.ts'

/** `lineages`: beside each node the id that the file gives it (`GUID`), or null. */
export type AkomaNtosoText = ReadText & { lineages: (string | null)[] }

/**
 * Reads a legal text from an Akoma Ntoso file. One of ours gives the same tree back, with the lineages of its nodes; of
 * those of other parliaments every visible word stands in the tree or in a doubt.
 */
export function readAkomaNtoso(bytes: Uint8Array): AkomaNtosoText | ReadRefusal {
  try {
    const root = readAknXml(bytes)
    const sectionsAreArticles = !holds(root, 'article') && holds(root, 'section')
    const reading: Reading = { nodes: [], doubts: [], source: [], sectionsAreArticles }
    for (const document of elementsOf(root)) readDocument(reading, document, null)
    return reading.nodes.length === 0 ? { kind: 'unreadable', why: 'no-words' } : finished(reading)
  } catch (error) {
    if (error instanceof ReadRefused) return { kind: 'unreadable', why: error.why }
    throw error
  }
}

const holds = (element: AknElement, name: string): boolean =>
  elementsOf(element).some((child) => child.name === name || holds(child, name))

/** A document, or one that stands in it as an annex: its parts in order. */
function readDocument(reading: Reading, document: AknElement, annex: number | null): void {
  for (const part of elementsOf(document)) readPart(reading, part, annex)
}

function readPart(reading: Reading, part: AknElement, annex: number | null): void {
  const loose = (kind: NodeKind): Place => ({ parent: annex, owner: null, loose: annex === null ? kind : 'paragraph' })
  switch (part.name) {
    case 'meta':
      return notesIn(part).forEach((note) => addAsides(reading, asidesOf(note, 'note')))
    case 'coverPage':
    case 'preface':
    case 'preamble':
      return readBlocks(reading, part, loose('preamble'))
    case 'conclusions':
      return readBlocks(reading, part, loose('signature'))
    case 'attachments':
    case 'components':
    case 'collectionBody':
      return readDocument(reading, part, annex)
    case 'attachment':
    case 'component':
      return readAnnex(reading, part, annex)
    default:
      return readBlocks(reading, part, { parent: annex, owner: annex, loose: 'paragraph' })
  }
}

const notesIn = (element: AknElement): AknElement[] =>
  elementsOf(element).flatMap((child) => (child.name === 'note' ? [child] : notesIn(child)))

/** Others write names of their own into the same attribute. */
const isLineage = (id: string | undefined): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')

function readAnnex(reading: Reading, element: AknElement, parent: number | null): void {
  // A collection names its documents in empty elements.
  if (!isLineage(element.attributes.GUID) && linesIn(element).lines.length === 0) return
  const node = addNode(reading, element, 'annex', parent)
  for (const document of elementsOf(withoutHead(element))) readDocument(reading, document, node)
}

/** Whatever holds blocks: of each kind of block what it becomes, of everything else its words. */
function readBlocks(reading: Reading, holder: AknElement, place: Place): void {
  for (const child of holder.children) {
    if (typeof child !== 'string') readBlock(reading, child, place)
    else addLines(reading, linesIn({ name: 'p', attributes: {}, children: [child] }).lines, place)
  }
}

function readBlock(reading: Reading, block: AknElement, place: Place): void {
  if (isTransparent(block)) return readBlocks(reading, block, place)
  if (isHierarchy(block.name)) return readHierarchy(reading, block, place.parent)
  switch (block.name) {
    case 'table':
      return fillTable(reading, addNode(reading, block, 'table', place.parent), block)
    case 'toc':
      return addAsides(reading, asidesOf(block, 'page-furniture'))
    case 'foreign':
      return addAsides(reading, asidesOf(block, 'unreadable'))
    case 'container':
      return readContainer(reading, block, place)
    default:
      return isBox(block) ? readBox(reading, block, place) : addWords(reading, block, place)
  }
}

/** A list without number or heading only holds its items; the empty body of a file of ours holds nothing. */
const isTransparent = (element: AknElement): boolean =>
  /^(?:list|sublist|blockList|intro|content|wrapUp)$/.test(element.name)
    ? !childOf(element, 'num') && !childOf(element, 'heading')
    : element.name === 'hcontainer' && element.attributes.name === 'empty'

/** Our own preambles: each a container with its lineage. */
function readContainer(reading: Reading, element: AknElement, place: Place): void {
  if (element.attributes.name !== 'preamble' || !isLineage(element.attributes.GUID))
    return readBox(reading, element, place)
  const node = addNode(reading, element, 'preamble', place.parent)
  readBlocks(reading, element, { parent: node, owner: node, loose: 'paragraph' })
}

const BLOCKS = /^(?:p|table|ul|ol|blockList|blockContainer|container|toc|tblock|foreign|interstitial)$/

/** A paragraph is a line, whatever a note or a quotation within it holds. */
const isBox = (element: AknElement): boolean =>
  !/^(?:p|authorialNote|note)$/.test(element.name) &&
  elementsOf(element).some((child) => BLOCKS.test(child.name) || isHierarchy(child.name) || isBox(child))

/** A section of a debate, a recital, a group of them: what has a heading is a section, the rest only holds its blocks. */
function readBox(reading: Reading, element: AknElement, place: Place): void {
  if (childOf(element, 'heading') && place.loose === 'paragraph') {
    const node = addNode(reading, element, 'section', place.parent)
    return readBlocks(reading, withoutHead(element), { ...place, parent: node, owner: node })
  }
  const num = childOf(element, 'num')
  const first = elementsOf(element).find((child) => child.name === 'p')
  if (!num || !first) return readBlocks(reading, element, place)
  // "(1)" and the words of the recital are one line.
  const joined: AknElement = { ...first, children: [...num.children, ' ', ...first.children] }
  const children = element.children.filter((child) => child !== num).map((child) => (child === first ? joined : child))
  return readBlocks(reading, { ...element, children }, place)
}

function readHierarchy(reading: Reading, element: AknElement, parent: number | null): void {
  const rest = withoutHead(element)
  const only = onlyTable(rest)
  const kind = kindOf(reading, element, only !== null)
  const node = addNode(reading, element, kind, parent)
  const place: Place = { parent: node, owner: node, loose: 'paragraph' }
  if (kind !== 'table' || !only) return readBlocks(reading, rest, place)
  fillTable(reading, node, only)
  const [holder] = elementsOf(rest)
  return readBlocks(reading, { ...rest, children: rest.children.filter((child) => child !== holder) }, place)
}

function kindOf({ sectionsAreArticles }: Reading, element: AknElement, table: boolean): NodeKind {
  const { attributes, name } = element
  return kindOfElement({
    name,
    label: labelOf(element),
    heading: childOf(element, 'heading') !== undefined,
    says: attributes.class ?? attributes.name ?? null,
    ours: isLineage(attributes.GUID),
    table,
    sectionsAreArticles,
  })
}

/** The table that an element holds before its children, and nothing else. */
function onlyTable(element: AknElement): AknElement | null {
  const [first] = elementsOf(element)
  if (first?.name === 'table') return first
  return first && /^(?:intro|content)$/.test(first.name) && elementsOf(first).length === 1 ? onlyTable(first) : null
}

function addWords(reading: Reading, element: AknElement, place: Place): void {
  const { lines, asides } = linesIn(element)
  // Our own files keep empty lines.
  const ours = place.owner !== null && reading.nodes[place.owner]?.lineage !== null
  const kept = lines.length === 0 && element.name === 'p' && ours ? [{ words: '', printed: '' }] : lines
  addLines(reading, kept, place)
  addAsides(reading, asides)
}
